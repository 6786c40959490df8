/** Properties that an element takes from its parent: written where they differ from the parent's. */
const INHERITED = [
  'fill',
  'fill-opacity',
  'fill-rule',
  'stroke',
  'stroke-opacity',
  'stroke-width',
  'stroke-dasharray',
  'stroke-dashoffset',
  'stroke-linecap',
  'stroke-linejoin',
  'font-family',
  'font-size',
  'font-weight',
  'font-style',
  'font-variant-numeric',
  'letter-spacing',
  'text-anchor',
  'visibility',
  'paint-order',
];

/** Properties of an element alone, with the value that need not be written. */
const OWN: Readonly<Record<string, string>> = {
  opacity: '1',
  display: 'inline',
  transform: 'none',
  'dominant-baseline': 'auto',
  'vector-effect': 'none',
  'mix-blend-mode': 'normal',
};

/** Writes the computed style of every element into it, since the page's style sheet stays behind. */
function writeStyles(from: Element, to: SVGElement, parent?: CSSStyleDeclaration): void {
  const computed = getComputedStyle(from);
  const keep = (name: string, unless: string | undefined) => {
    const value = computed.getPropertyValue(name);
    if (value && value !== unless) to.style.setProperty(name, value);
  };
  to.removeAttribute('class');
  to.removeAttribute('style');
  for (const name of INHERITED) keep(name, parent?.getPropertyValue(name));
  for (const name of Object.keys(OWN)) keep(name, OWN[name]);
  if (computed.transform !== 'none') {
    keep('transform-box', 'view-box');
    keep('transform-origin', undefined);
  }
  // A drawing inside a drawing is cut at its edges, unless it says otherwise.
  if (from instanceof SVGSVGElement) keep('overflow', undefined);
  // A radius may be set by the style sheet.
  if (from instanceof SVGCircleElement) keep('r', undefined);
  for (let i = 0; i < from.children.length; i++) writeStyles(from.children[i], to.children[i] as SVGElement, computed);
}

/** A drawing of the page, at its place in the window, independent of the page's style sheet. */
export function copySvg(svg: SVGSVGElement, box: DOMRect): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  writeStyles(svg, copy);
  for (const [name, value] of Object.entries({ x: box.left, y: box.top, width: box.width, height: box.height }))
    copy.setAttribute(name, String(value));
  copy.style.overflow = 'visible';
  // React marks in comments where texts meet.
  return new XMLSerializer().serializeToString(copy).replace(/<!--.*?-->/gs, '');
}
