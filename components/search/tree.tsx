import { type KeyboardEvent, type PointerEvent, useMemo } from 'react';
import { percent } from '../charts/plot';
import { type Layout, layOut, nearestEntry } from './layout';
import { heightOf, type Paths, pathsOf, ROW, wayTo, yOf } from './paths';
import type { SearchView } from './view';

interface Props {
  view: SearchView;
  /** Entries that the search has come to. */
  count: number;
  /** The entry that is told about. */
  entry: number;
  /** The rules of the picked set: their rows are marked. */
  picked: readonly number[];
  /** What the picked set is and what became of it, read aloud. */
  text: string;
  onPick: (entry: number) => void;
}

const MARKS = ['lines', 'cut', 'other', 'member'] as const satisfies (keyof Paths)[];

/** One drawing of a stretch of the search. */
function Drawing({ paths, className }: { paths: Paths; className: string }) {
  return (
    <g className={className}>
      {MARKS.map((mark) => paths[mark] && <path key={mark} className={mark} d={paths[mark]} />)}
    </g>
  );
}

/** From an entry to where an arrow key leads: along the search, up to its parent, down to its first child. */
function neighbour({ trace }: SearchView, entry: number, key: string, count: number): number | null {
  if (key === 'ArrowLeft') return Math.max(0, entry - 1);
  if (key === 'ArrowRight') return Math.min(count - 1, entry + 1);
  if (key === 'ArrowUp') return Math.max(0, trace.parent[entry]);
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  if (key !== 'ArrowDown') return null;
  const child = trace.parent.indexOf(entry);
  return child > 0 && child < count ? child : entry;
}

/** The rules, one a row, in the order in which they are tried. */
function Rows({ words, picked }: { words: readonly string[]; picked: readonly number[] }) {
  return (
    <svg className="search-rows" height={heightOf(words.length)} aria-hidden="true">
      <text className="none" x="0" y={yOf(0)} dy="0.35em">
        no rule
      </text>
      {words.map((text, j) => (
        <text key={text} x="0" y={yOf(j + 1)} dy="0.35em" className={picked.includes(j) ? 'picked' : undefined}>
          <tspan className="number">{j + 1}</tspan>
          <tspan className="words" dx="6">
            {text}
          </tspan>
        </text>
      ))}
    </svg>
  );
}

/** The search as a tree; a press picks the nearest rule set, the arrow keys walk. */
export function Tree({ view, count, entry, picked, text, onPick }: Props) {
  const { trace, words } = view;
  const all = trace.parent.length;
  const layout: Layout = useMemo(() => layOut(trace), [trace]);
  const done = useMemo(() => pathsOf(trace, layout, words.length, 0, count), [trace, layout, words, count]);
  const ahead = useMemo(() => pathsOf(trace, layout, words.length, count, all), [trace, layout, words, count, all]);
  const height = heightOf(words.length);
  const { columns } = layout;

  const pick = (event: PointerEvent<SVGSVGElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const unit = { x: box.width / columns, y: ROW };
    const place = { x: (event.clientX - box.left) / unit.x - 0.5, y: (event.clientY - box.top - yOf(0)) / ROW };
    onPick(nearestEntry(layout, count, place, unit));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const next = neighbour(view, entry, event.key, count);
    if (next === null) return;
    event.preventDefault();
    onPick(next);
  };

  return (
    <div className="plot search-tree" style={{ '--columns': columns } as React.CSSProperties}>
      <Rows words={words} picked={picked} />
      <svg className="search-drawing" height={height} onPointerDown={pick}>
        <title>The search tree</title>
        <svg
          viewBox={`0 0 ${columns} ${height}`}
          preserveAspectRatio="none"
          width="100%"
          height={height}
          aria-hidden="true"
        >
          <Drawing className="ahead" paths={ahead} />
          <path className="way" d={wayTo(trace, layout, entry)} />
          <Drawing className="done" paths={done} />
        </svg>
        <circle
          className="cursor"
          cx={percent((layout.column[entry] + 0.5) / columns)}
          cy={yOf(layout.row[entry])}
          r="9"
          role="slider"
          tabIndex={0}
          aria-label="Rule set"
          aria-valuemin={0}
          aria-valuemax={count - 1}
          aria-valuenow={entry}
          aria-valuetext={text}
          onKeyDown={onKeyDown}
        />
      </svg>
    </div>
  );
}
