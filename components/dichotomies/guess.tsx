import { useId } from 'react';
import { formatCount } from '../format';

interface Props {
  n: number;
  found: number;
  /** How many a line makes, once that is known. */
  answer: number | null;
  guess: number | null;
  onGuess: (guess: number) => void;
}

/** A scale of all 2^N labellings: the part that is found fills it, and the reader's guess can be dragged along it. */
export function Guess({ n, found, answer, guess, onGuess }: Props) {
  const id = useId();
  const all = 2 ** n;
  const at = guess ?? all;
  const share = (value: number) => `${(100 * value) / all}%`;
  return (
    <div className="guess">
      <label htmlFor={id}>
        <b>
          {n} points have 2<sup>{n}</sup> = {formatCount(all)} labellings. How many of them can a line make?
        </b>{' '}
        {guess === null ? 'Drag your guess.' : `Your guess: ${formatCount(guess)}.`}
        {guess !== null && answer !== null && verdict(guess, answer)}
      </label>
      <div className="guess-bar">
        <div className="guess-fill" style={{ width: share(found) }} />
        <input
          id={id}
          type="range"
          min={0}
          max={all}
          value={at}
          aria-valuetext={guess === null ? 'no guess yet' : formatCount(guess)}
          onChange={(event) => onGuess(event.currentTarget.valueAsNumber)}
        />
      </div>
      <div className="guess-scale">
        <span style={{ flexBasis: share(found) }}>
          {answer === null ? `${formatCount(found)} found` : `a line makes ${answerWords(n, answer)}`}
        </span>
        <span>all {formatCount(all)}</span>
      </div>
    </div>
  );
}

function verdict(guess: number, answer: number): string {
  if (guess === answer) return ' That is right.';
  return guess > answer
    ? ` That is ${formatCount(guess - answer)} too many.`
    : ` That is ${formatCount(answer - guess)} too few.`;
}

function answerWords(n: number, answer: number): string {
  const formula = `${n} · ${n - 1} + 2`;
  const expected = n * (n - 1) + 2;
  return answer === expected ? `${expected} = ${formula}` : `${answer}, not ${formula} = ${expected}`;
}
