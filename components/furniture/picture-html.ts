import { drawBox } from './picture-box';
import { copySvg } from './picture-svg';
import { escapeXml, textLines } from './picture-text';

/** What belongs to playing with the figure, not to what it shows. */
const CONTROLS =
  'button:is(.button, .quiet, .chip), input, select, textarea, .control, .segments, .figure-tools, .menu, .sr-only';

interface Edges {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** A part of the page drawn as SVG, in the window's coordinates. */
export interface Drawing {
  readonly layers: string[];
  readonly bounds: Edges;
  /** Families and styles of the fonts used, as `family style`. */
  readonly fonts: Set<string>;
  readonly characters: Set<string>;
}

/** What is drawn around an element: how much of it shows through, and where it is cut. */
interface Around {
  readonly opacity: number;
  readonly cut: Edges;
}

const intersect = (a: Edges, b: Edges): Edges => ({
  left: Math.max(a.left, b.left),
  top: Math.max(a.top, b.top),
  right: Math.min(a.right, b.right),
  bottom: Math.min(a.bottom, b.bottom),
});

function include({ bounds }: Drawing, box: Edges, cut: Edges): void {
  const seen = intersect(box, cut);
  if (seen.left >= seen.right || seen.top >= seen.bottom) return;
  bounds.left = Math.min(bounds.left, seen.left);
  bounds.top = Math.min(bounds.top, seen.top);
  bounds.right = Math.max(bounds.right, seen.right);
  bounds.bottom = Math.max(bounds.bottom, seen.bottom);
}

function noteFont(style: CSSStyleDeclaration, text: string, drawing: Drawing): void {
  drawing.fonts.add(`${style.fontFamily.split(',')[0].replace(/["']/g, '')} ${style.fontStyle}`);
  for (const character of text) drawing.characters.add(character);
}

function drawText(node: Text, style: CSSStyleDeclaration, { opacity, cut }: Around, drawing: Drawing): void {
  for (const { text, box, baseline } of textLines(node, style)) {
    include(drawing, box, cut);
    noteFont(style, text, drawing);
    const font = `font-family:${style.fontFamily};font-size:${style.fontSize};font-weight:${style.fontWeight};font-style:${style.fontStyle};font-variant-numeric:${style.fontVariantNumeric};fill:${style.color}`;
    drawing.layers.push(
      `<text x="${box.left}" y="${baseline}" textLength="${box.width}" opacity="${opacity}" style="${escapeXml(font)}">${escapeXml(text)}</text>`,
    );
  }
}

function drawSvg(svg: SVGSVGElement, box: DOMRect, { opacity, cut }: Around, drawing: Drawing): void {
  if (box.width === 0) return;
  include(drawing, box, cut);
  for (const text of svg.querySelectorAll('text')) {
    include(drawing, text.getBoundingClientRect(), cut);
    noteFont(getComputedStyle(text), text.textContent, drawing);
  }
  drawing.layers.push(`<g opacity="${opacity}">${copySvg(svg, box)}</g>`);
}

function drawCanvas(canvas: HTMLCanvasElement, box: DOMRect, { opacity, cut }: Around, drawing: Drawing): void {
  if (canvas.width === 0 || box.width === 0) return;
  include(drawing, box, cut);
  const place = `x="${box.left}" y="${box.top}" width="${box.width}" height="${box.height}"`;
  drawing.layers.push(`<image ${place} opacity="${opacity}" href="${canvas.toDataURL('image/png')}"/>`);
}

function drawInside(element: Element, style: CSSStyleDeclaration, around: Around, drawing: Drawing): void {
  for (const child of element.childNodes) {
    if (child instanceof Text) drawText(child, style, around, drawing);
    else if (child instanceof Element) draw(child, around, drawing);
  }
}

function drawElement(element: Element, box: DOMRect, { opacity, cut }: Around, drawing: Drawing): void {
  const style = getComputedStyle(element);
  const parts = drawBox(style, box, opacity);
  if (parts.length > 0) include(drawing, box, cut);
  drawing.layers.push(...parts);
  const isCut = style.overflowY !== 'visible' && element.scrollHeight > element.clientHeight + 1;
  if (!isCut) {
    drawInside(element, style, { opacity, cut }, drawing);
    return;
  }
  const { left, top, right, bottom } = intersect(cut, box);
  const id = `cut-${drawing.layers.length}`;
  drawing.layers.push(
    `<clipPath id="${id}"><rect x="${left}" y="${top}" width="${right - left}" height="${bottom - top}"/></clipPath><g clip-path="url(#${id})">`,
  );
  drawInside(element, style, { opacity, cut: { left, top, right, bottom } }, drawing);
  drawing.layers.push('</g>');
}

function draw(element: Element, { opacity, cut }: Around, drawing: Drawing): void {
  if (element.matches(CONTROLS) || !element.checkVisibility({ visibilityProperty: true })) return;
  const box = element.getBoundingClientRect();
  // What shimmers is shown firm.
  const own = element.matches('[data-busy=true]') ? 1 : Number(getComputedStyle(element).opacity);
  const around = { opacity: opacity * own, cut };
  if (element instanceof SVGSVGElement) drawSvg(element, box, around, drawing);
  else if (element instanceof HTMLCanvasElement) drawCanvas(element, box, around, drawing);
  else drawElement(element, box, around, drawing);
}

/** Draws what an element shows: its text, boxes, drawings and canvases, in the order of the page. */
export function drawHtml(element: HTMLElement): Drawing {
  const bounds = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  const drawing: Drawing = { layers: [], bounds, fonts: new Set(), characters: new Set() };
  const everywhere = { left: -Infinity, top: -Infinity, right: Infinity, bottom: Infinity };
  draw(element, { opacity: 1, cut: everywhere }, drawing);
  return drawing;
}
