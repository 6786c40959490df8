import Papa from 'papaparse';
import type { FigureData } from './figure-frame';
import { pictureOf, rasterise } from './picture';

export type FileKind = 'csv' | 'json' | 'svg' | 'png';

/** Gives the reader a file. */
export function download(name: string, blob: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** What there is to save of a figure. */
export interface Saved {
  readonly slug: string;
  readonly frame: HTMLElement;
  readonly data: FigureData;
  readonly finding: string;
  /** Address that restores the state. */
  readonly link: string;
}

async function numbersOf(kind: 'csv' | 'json', { data, finding, link }: Saved): Promise<Blob> {
  if ('file' in data) return data.file(kind, { finding, link });
  const { columns, rows } = data;
  if (kind === 'csv') {
    // A cell that begins like a formula must not run in a spreadsheet.
    const text = Papa.unparse({ fields: [...columns], data: rows.map((row) => [...row]) }, { escapeFormulae: true });
    return new Blob([text], { type: 'text/csv' });
  }
  const records = rows.map((row) => Object.fromEntries(columns.map((column, i) => [column, row[i]])));
  return new Blob([JSON.stringify({ finding, link, rows: records }, null, 1)], { type: 'application/json' });
}

async function contents(kind: FileKind, saved: Saved): Promise<Blob> {
  if (kind === 'csv' || kind === 'json') return numbersOf(kind, saved);
  const picture = await pictureOf(saved.frame, saved.finding);
  if (kind === 'svg') return new Blob([picture.svg], { type: 'image/svg+xml' });
  return rasterise(picture);
}

/** Writes a figure's numbers or its picture to a file. */
export async function saveFigure(kind: FileKind, saved: Saved): Promise<void> {
  download(`${saved.slug}.${kind}`, await contents(kind, saved));
}
