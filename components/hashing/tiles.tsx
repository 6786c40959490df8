import { type KeyboardEvent, type PointerEvent, useMemo } from 'react';
import { type Board, boardFor, tileAt, tileDots } from '../small-set/board';

interface Props {
  /** For each model the first constraint that it breaks. */
  breaks: readonly number[];
  /** Constraints drawn so far. */
  step: number;
  /** The model that is told about, and what is told. */
  picked: number;
  text: string;
  onPick: (model: number) => void;
}

/** How many times the board is as wide as high. */
const WIDE = 1.75;

const FULL = 0.82;

/** The later a model leaves, the larger is the mark that it leaves behind. */
const sideOf = (constraint: number): number => Number(Math.min(0.18 + 0.11 * constraint, 0.62).toFixed(2));

function neighbour(model: number, key: string, { columns }: Board, models: number): number | null {
  const steps: Readonly<Record<string, number>> = {
    ArrowLeft: model - 1,
    ArrowRight: model + 1,
    ArrowUp: model - columns,
    ArrowDown: model + columns,
    Home: 0,
    End: models - 1,
  };
  const next = steps[key];
  if (next === undefined) return null;
  return next >= 0 && next < models ? next : model;
}

/** All models as tiles: full ones satisfy every constraint so far. A press picks one, the arrow keys walk. */
export function Tiles({ breaks, step, picked, text, onPick }: Props) {
  const board = useMemo(() => boardFor(breaks.length, WIDE), [breaks.length]);
  const layers = useMemo(() => {
    const models = [...breaks.keys()];
    const gone = Array.from({ length: step }, (_, constraint) => ({
      side: sideOf(constraint),
      path: tileDots(
        models.filter((k) => breaks[k] === constraint),
        board,
      ),
    }));
    const left = tileDots(
      models.filter((k) => breaks[k] >= step),
      board,
    );
    return { gone, left };
  }, [breaks, step, board]);

  const pick = (event: PointerEvent<SVGSVGElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const tile = tileAt(
      (event.clientX - box.left) / box.width,
      (event.clientY - box.top) / box.height,
      breaks.length,
      board,
    );
    if (tile !== null) onPick(tile);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const next = neighbour(picked, event.key, board, breaks.length);
    if (next === null) return;
    event.preventDefault();
    onPick(next);
  };
  return (
    <svg className="tiles" viewBox={`0 0 ${board.columns} ${board.rows}`} onPointerDown={pick}>
      <title>The models of the set</title>
      <g aria-hidden="true">
        {layers.gone.map(({ side, path }, constraint) => (
          <path
            // biome-ignore lint/suspicious/noArrayIndexKey: layer i is constraint i
            key={constraint}
            className={constraint === step - 1 ? 'gone last' : 'gone'}
            strokeWidth={side}
            d={path}
          />
        ))}
        <path className="left" strokeWidth={FULL} d={layers.left} />
      </g>
      <rect
        className="cursor"
        x={(picked % board.columns) + 0.02}
        y={Math.floor(picked / board.columns) + 0.02}
        width="0.96"
        height="0.96"
        role="slider"
        tabIndex={0}
        aria-label="Picked model"
        aria-valuemin={1}
        aria-valuemax={breaks.length}
        aria-valuenow={picked + 1}
        aria-valuetext={text}
        onKeyDown={onKeyDown}
      />
    </svg>
  );
}
