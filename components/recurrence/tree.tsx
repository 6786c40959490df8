import type { CSSProperties, KeyboardEvent } from 'react';
import { signRow } from '../../engine/cover/dichotomies';
import { codeOf, labellingWords } from '../plane/labelling';
import { Tile } from '../plane/tile';
import { arrowStep } from '../plane/use-drag';
import type { Family, Moment } from './story';

interface Props {
  points: readonly number[];
  family: Family;
  moment: Moment;
  /** A parent was picked, by its place in the story. */
  onPick: (place: number) => void;
}

/** The family tree: dichotomies of the old points on the left, their children, with y, on the right. */
export function Tree({ points, family, moment, onPick }: Props) {
  const { recurrence, parents, split } = family;
  const { parents: old, children } = recurrence;
  const rows = parents.reduce((sum, parent) => sum + parent.children.length, 0);
  let row = 0;
  const places = parents.map((parent) => {
    const first = row;
    row += parent.children.length;
    return { ...parent, first };
  });
  const born = (place: number) => (place < split ? place < moment.forked : place - split < moment.single);
  const words = (signs: Int8Array) => labellingWords(codeOf(signs), signs.length);
  const stop = moment.focus ?? 0;
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const step = arrowStep(event)?.[1];
    if (!step) return;
    event.preventDefault();
    const next = Math.min(parents.length - 1, Math.max(0, stop - Math.sign(step)));
    onPick(next);
    (event.currentTarget.children[next] as HTMLElement).focus();
  };
  return (
    <div className="tree" style={{ '--rows': rows } as CSSProperties}>
      <div className="tree-groups">
        {split > 0 && (
          <p className={moment.stage >= 2 ? 'split' : 'hidden'} style={{ flexGrow: 2 * split }}>
            <b>{moment.met}</b> that a line through y makes
          </p>
        )}
        {parents.length > split && (
          <p className={moment.stage >= 4 ? '' : 'hidden'} style={{ flexGrow: parents.length - split }}>
            <b>{parents.length - split}</b> that none makes
          </p>
        )}
      </div>
      <div
        className="tree-column"
        role="group"
        aria-label="Dichotomies of the old points: arrow keys"
        onKeyDown={onKeyDown}
      >
        {places.map(({ row: parent, children: own }, place) => (
          <button
            key={parent}
            type="button"
            className={`tile ${place < moment.listed ? 'found' : 'open'} ${place < moment.met ? 'met' : ''}`}
            style={{ '--children': own.length } as CSSProperties}
            tabIndex={place === stop ? 0 : -1}
            aria-pressed={place === moment.focus}
            aria-label={`${words(signRow(old, parent))}${place < split ? ', splits' : ''}`}
            onClick={() => onPick(place)}
          >
            <Tile
              points={points}
              signs={signRow(old, parent)}
              line={place < moment.listed ? lineOf(old, parent) : null}
            />
          </button>
        ))}
      </div>
      <svg className="tree-links" viewBox={`0 0 100 ${2 * rows}`} preserveAspectRatio="none" aria-hidden="true">
        {places.flatMap(({ children: own, first }, place) =>
          born(place)
            ? own.map((child, k) => {
                const [from, to] = [2 * first + own.length, 2 * (first + k) + 1];
                return (
                  <path
                    key={child}
                    className={own.length > 1 ? 'fork' : ''}
                    d={`M0 ${from}C50 ${from} 50 ${to} 100 ${to}`}
                  />
                );
              })
            : [],
        )}
      </svg>
      <div className="tree-column">
        {places.flatMap(({ children: own }, place) =>
          own.map((child) => (
            <div
              key={child}
              className={`tile ${born(place) ? 'found' : 'open'}`}
              style={{ '--children': 1 } as CSSProperties}
            >
              <Tile
                points={points}
                signs={signRow(children, child)}
                line={born(place) ? lineOf(children, child) : null}
                picked={old.points}
              />
            </div>
          )),
        )}
      </div>
    </div>
  );
}

/** The line of row i of a table of dichotomies. */
export const lineOf = (table: { lines: Float64Array }, i: number): Float64Array =>
  table.lines.subarray(3 * i, 3 * i + 3);
