import { type ReactNode, useRef, useState } from 'react';
import { keepAddress } from '../permalink/fragment';
import type { StateShape } from '../permalink/state';
import type { FigureState } from '../permalink/use-figure-state';

/** What is drawn, as a table: the *Data* menu writes it. */
export interface FigureData {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
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
  const menu = useRef<HTMLDetailsElement>(null);
  const [said, setSaid] = useState('');

  const share = async () => {
    const link = figure.link();
    try {
      await navigator.clipboard.writeText(link);
      setSaid('Link copied.');
    } catch {
      // Without permission the address bar holds the link.
      keepAddress(link);
      setSaid('The link is in the address bar.');
    }
  };
  const save = async (kind: 'csv' | 'json' | 'svg' | 'png') => {
    if (menu.current) menu.current.open = false;
    try {
      const { saveFigure } = await import('./save-figure');
      await saveFigure(slug, kind, root.current!, data, finding, figure.link());
    } catch {
      setSaid('The file could not be made.');
    }
  };
  const note = refusedNote(figure.refused);
  return (
    <div ref={root} className="frame">
      <div className="figure-top">
        {controls}
        <div className="figure-tools needs-script">
          <span role="status" className="said">
            {said}
          </span>
          <button type="button" className="quiet" onClick={figure.reset}>
            Reset
          </button>
          <button type="button" className="quiet" onClick={share}>
            Share
          </button>
          <details className="menu" ref={menu}>
            <summary className="quiet">Data</summary>
            <div>
              {(['csv', 'json', 'svg', 'png'] as const).map((kind) => (
                <button key={kind} type="button" className="quiet" onClick={() => save(kind)}>
                  {kind === 'csv' || kind === 'json'
                    ? `Numbers as ${kind.toUpperCase()}`
                    : `Picture as ${kind.toUpperCase()}`}
                </button>
              ))}
            </div>
          </details>
        </div>
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
