import { type CSSProperties, type KeyboardEvent, memo, useState } from 'react';
import { albumOrder, labellingWords, signsOf } from '../plane/labelling';
import { Tile } from '../plane/tile';
import { catalogueFor, collected, lineOf, shownOf } from './model';
import type { State } from './state';

interface Props {
  state: State;
  onPick: (code: number) => void;
}

/** Up to so many points every labelling has its place in the album; beyond, only those found. */
const WHOLE_ALBUM = 6;

const columnsFor = (tiles: number): number =>
  tiles <= 16 ? 4 : tiles <= 32 ? 6 : tiles <= 64 ? 8 : tiles <= 100 ? 10 : 12;

/** Small pictures of the labellings; those found have their line. */
function AlbumPictures({ state, onPick }: Props) {
  const { points } = state;
  const catalogue = catalogueFor(points);
  const found = collected(state, catalogue);
  const current = shownOf(state, catalogue).code;
  const n = points.length / 2;
  const whole = n <= WHOLE_ALBUM;
  const codes = whole ? Array.from({ length: 2 ** n }, (_, code) => code) : [...found];
  codes.sort(albumOrder);
  const columns = columnsFor(whole ? codes.length : catalogue.rows.size);
  const [focused, setFocused] = useState(0);
  const stop = Math.min(focused, codes.length - 1);

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const tiles = [...event.currentTarget.children] as HTMLElement[];
    const across = tiles.findIndex((tile) => tile.offsetTop > tiles[0].offsetTop);
    const row = across < 0 ? tiles.length : across;
    const step = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -row, ArrowDown: row }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = Math.min(tiles.length - 1, Math.max(0, stop + step));
    setFocused(next);
    tiles[next].focus();
  };
  return (
    <div
      className="album"
      role="group"
      aria-label="Labellings: arrow keys to look around"
      style={{ '--columns': columns, '--dot-size': n > 8 ? '10px' : '13px' } as CSSProperties}
      onKeyDown={onKeyDown}
    >
      {codes.map((code, k) => {
        const kind = found.has(code) ? 'found' : state.all ? 'none' : 'open';
        const said = { found: 'found', none: 'no line makes it', open: 'not found yet' }[kind];
        return (
          <button
            key={code}
            type="button"
            className={`tile ${kind}`}
            aria-pressed={code === current}
            aria-label={`${labellingWords(code, n)}: ${said}`}
            tabIndex={k === stop ? 0 : -1}
            onFocus={() => setFocused(k)}
            onClick={() => onPick(code)}
          >
            <Tile points={points} signs={signsOf(code, n)} line={kind === 'found' ? lineOf(catalogue, code) : null} />
          </button>
        );
      })}
    </div>
  );
}

/** `onPick` builds on the latest state whenever it was made, so that only a new state draws the album again. */
export const Album = memo(AlbumPictures, (before, after) => before.state === after.state);
