import Papa from 'papaparse';
import type { FigureData } from './figure-frame';
import { pictureOf, rasterise } from './picture';

type Kind = 'csv' | 'json' | 'svg' | 'png';

function download(name: string, blob: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

async function contents(
  kind: Kind,
  root: HTMLElement,
  data: () => FigureData,
  finding: string,
  link: string,
): Promise<Blob> {
  if (kind === 'csv') {
    const { columns, rows } = data();
    // A cell that begins like a formula must not run in a spreadsheet.
    const text = Papa.unparse({ fields: [...columns], data: rows.map((row) => [...row]) }, { escapeFormulae: true });
    return new Blob([text], { type: 'text/csv' });
  }
  if (kind === 'json') {
    const { columns, rows } = data();
    const records = rows.map((row) => Object.fromEntries(columns.map((column, i) => [column, row[i]])));
    return new Blob([JSON.stringify({ finding, link, rows: records }, null, 1)], { type: 'application/json' });
  }
  const picture = pictureOf(root.querySelector<HTMLElement>('.plot') ?? root, finding);
  if (kind === 'svg') return new Blob([picture.svg], { type: 'image/svg+xml' });
  return rasterise(picture);
}

/** Writes a figure's numbers or its picture to a file. */
export async function saveFigure(
  slug: string,
  kind: Kind,
  root: HTMLElement,
  data: () => FigureData,
  finding: string,
  link: string,
): Promise<void> {
  download(`${slug}.${kind}`, await contents(kind, root, data, finding, link));
}
