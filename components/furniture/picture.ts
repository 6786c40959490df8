/** A drawing as a file of its own. */
export interface Picture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/** Room around a plot for what stands outside its axes. */
const MARGIN = 56;

const KEPT = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-opacity',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'font-style',
  'text-anchor',
  'dominant-baseline',
  'vector-effect',
  'visibility',
  'display',
  'paint-order',
  'transform',
  'r',
  'overflow',
] as const;

/** Writes the computed style of every element into it, since the page's style sheet stays behind. */
function inlineStyles(from: Element, to: SVGElement | HTMLElement): void {
  const computed = getComputedStyle(from);
  for (const name of KEPT) {
    const value = computed.getPropertyValue(name);
    if (value && !(name === 'transform' && value === 'none')) to.style.setProperty(name, value);
  }
  for (let i = 0; i < from.children.length; i++) inlineStyles(from.children[i], to.children[i] as SVGElement);
}

const escapeXml = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');

function canvasLayer(canvas: HTMLCanvasElement, frame: DOMRect): string {
  const box = canvas.getBoundingClientRect();
  if (canvas.width === 0 || canvas.height === 0 || box.width === 0) return '';
  const place = `x="${box.left - frame.left}" y="${box.top - frame.top}" width="${box.width}" height="${box.height}"`;
  return `<image ${place} href="${canvas.toDataURL('image/png')}"/>`;
}

function svgLayer(svg: SVGSVGElement, frame: DOMRect): string {
  const box = svg.getBoundingClientRect();
  if (box.width === 0) return '';
  const copy = svg.cloneNode(true) as SVGSVGElement;
  inlineStyles(svg, copy);
  copy.setAttribute('x', String(box.left - frame.left));
  copy.setAttribute('y', String(box.top - frame.top));
  copy.setAttribute('width', String(box.width));
  copy.setAttribute('height', String(box.height));
  copy.style.overflow = 'visible';
  return new XMLSerializer().serializeToString(copy);
}

/** Everything drawn inside an element, canvas and SVG, as one SVG with its colours and fonts written in. */
export function pictureOf(element: HTMLElement, title: string): Picture {
  const box = element.getBoundingClientRect();
  const frame = new DOMRect(box.left - MARGIN, box.top - MARGIN, box.width + 2 * MARGIN, box.height + 2 * MARGIN);
  const layers = [...element.querySelectorAll<HTMLCanvasElement | SVGSVGElement>('canvas, svg')]
    .filter((layer) => !layer.parentElement?.closest('svg'))
    .map((layer) => (layer instanceof HTMLCanvasElement ? canvasLayer(layer, frame) : svgLayer(layer, frame)));
  const { width, height } = frame;
  const paper = getComputedStyle(document.body).backgroundColor;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><title>${escapeXml(title)}</title><rect width="100%" height="100%" fill="${paper}"/>${layers.join('')}</svg>`;
  return { svg, width, height };
}

/** The picture as PNG, two pixels a unit. */
export async function rasterise({ svg, width, height }: Picture): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = 2 * width;
  canvas.height = 2 * height;
  canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('the picture could not be made')))),
  );
}
