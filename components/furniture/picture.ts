import { fontFaces } from './picture-fonts';
import { drawHtml } from './picture-html';
import { escapeXml } from './picture-text';

/** A drawing as a file of its own. */
export interface Picture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/** Room around the drawing. */
const MARGIN = 24;

/** All that a figure shows, its controls left out, as one SVG with its colours and fonts written in. */
export async function pictureOf(element: HTMLElement, title: string): Promise<Picture> {
  const { layers, bounds, fonts, characters } = drawHtml(element);
  const [x, y] = [bounds.left - MARGIN, bounds.top - MARGIN].map(Math.floor);
  const [width, height] = [bounds.right + MARGIN - x, bounds.bottom + MARGIN - y].map(Math.ceil);
  const paper = getComputedStyle(document.body).backgroundColor;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${x} ${y} ${width} ${height}"><title>${escapeXml(title)}</title><style>${await fontFaces(fonts, characters)}</style><rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${paper}"/>${layers.join('')}</svg>`;
  return { svg, width, height };
}

/** Time for a picture's fonts. */
const FONTS_MS = 300;

/** The picture as PNG, two pixels a unit. */
export async function rasterise({ svg, width, height }: Picture): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = 2 * width;
  canvas.height = 2 * height;
  const pen = canvas.getContext('2d')!;
  // Lines that keep their width when their drawing is scaled must grow with the pixels.
  pen.scale(2, 2);
  // The fonts inside are unpacked when the picture is first drawn, and nothing tells when they are there.
  pen.drawImage(image, 0, 0, width, height);
  await new Promise((resolve) => setTimeout(resolve, FONTS_MS));
  pen.drawImage(image, 0, 0, width, height);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('the picture could not be made')))),
  );
}
