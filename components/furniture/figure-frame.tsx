import { type ReactNode, useRef } from 'react';
import type { StateShape } from '../permalink/state';
import type { FigureState } from '../permalink/use-figure-state';
import { FigureTools } from './figure-tools';

/** What is drawn, as a table: the *Data* menu writes it. */
export type FigureData = FigureRows | FigureFile;

interface FigureRows {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/** A table that is too large to be made where the page is drawn makes its file itself; `about` stands in the head of JSON. */
interface FigureFile {
  readonly file: (format: 'csv' | 'json', about: Readonly<Record<string, string>>) => Promise<Blob>;
}

interface Props<S extends StateShape> {
  slug: string;
  figure: FigureState<S>;
  /** The figure's finding in one sentence, with the current numbers. */
  finding: string;
  data: () => FigureData;
  /** Controls that stand left of the tools. */
  controls?: ReactNode;
  /** Something went wrong: said in the figure, which keeps its last good state. */
  problem?: string | null;
  children: ReactNode;
}

const READABLE: Readonly<Record<string, string>> = { v: 'its version' };

function refusedNote(refused: readonly string[]): string | null {
  if (refused.length === 0) return null;
  const names = refused.slice(0, 4).map((key) => READABLE[key] ?? `“${key.slice(0, 20)}”`);
  const more = refused.length > names.length ? ` and ${refused.length - names.length} more` : '';
  return `The link could not be used in full: ${names.join(', ')}${more} fell back to the default.`;
}

/** What every figure has around its drawing: controls, Reset, Share, Data, notes, and its finding in words. */
export function FigureFrame<S extends StateShape>({
  slug,
  figure,
  finding,
  data,
  controls,
  problem,
  children,
}: Props<S>) {
  const root = useRef<HTMLDivElement>(null);
  const note = refusedNote(figure.refused);
  return (
    <div ref={root} className="frame">
      <div className="figure-top">
        {controls}
        <FigureTools slug={slug} frame={root} finding={finding} data={data} link={figure.link} reset={figure.reset} />
      </div>
      {note && <p className="figure-note">{note}</p>}
      {problem && (
        <p className="figure-note problem" role="alert">
          {problem}
        </p>
      )}
      {children}
      <p className="sr-only finding">{finding}</p>
    </div>
  );
}
