import { useId } from 'react';
import { labellingWords, signsOf } from '../plane/labelling';
import { Tile } from '../plane/tile';

interface Props {
  points: readonly number[];
  labellings: readonly number[];
  ambiguous: ReadonlySet<number>;
  current: number;
  onPick: (code: number) => void;
}

/** Every labelling that a line makes, as small pictures; those that leave the new point ambiguous stand out. */
export function Tiles({ points, labellings, ambiguous, current, onPick }: Props) {
  const name = useId();
  const n = points.length / 2;
  return (
    <fieldset className={`labellings ${labellings.length > 50 ? 'many' : ''}`}>
      <legend className="sr-only">Labelling on the board</legend>
      {labellings.map((code) => (
        <label key={code} className={ambiguous.has(code) ? 'labelling lit' : 'labelling'}>
          <input
            type="radio"
            name={name}
            checked={code === current}
            onChange={() => onPick(code)}
            aria-label={`${labellingWords(code, n)}: the new point is ${ambiguous.has(code) ? 'ambiguous' : 'clear'}`}
          />
          <Tile points={points} signs={signsOf(code, n)} />
        </label>
      ))}
    </fieldset>
  );
}
