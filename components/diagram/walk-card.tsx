import { formatCount } from '../format';
import { counted } from './narrate';
import type { Small } from './small';

interface Props {
  small: Small;
  draws: number;
  /** The rules of the last draw. */
  rules: readonly number[];
  /** The chance of each decision on its way. */
  chances: readonly number[];
  /** How far the shares among the draws are from the exact ones, at most; null while there are few draws. */
  off: number | null;
  onDraw: (more: number) => void;
}

/** The coins of a walk that were tossed at all, as fractions of one. */
const tossed = (chances: readonly number[]) => chances.filter((chance) => chance < 1);

function chanceWords(count: number, coins: readonly number[]): string {
  if (count === 1) return 'There is no other: no coin was tossed.';
  return (
    'At each state the walk takes or skips the rule in proportion to the rule sets that lie that way. Its chances, where there ' +
    `was a choice: ${coins.map((chance) => chance.toFixed(2)).join(' · ')}. Their product, before rounding, is ` +
    `1/${formatCount(count)}, for this rule set as for every other.`
  );
}

/** A rule set drawn by walking down the diagram. */
export function WalkCard({ small, draws, rules, chances, off, onDraw }: Props) {
  const coins = tossed(chances);
  return (
    <section className="model-card walk-card" aria-label="A rule set drawn by chance">
      <p className="card-title">
        {draws === 0 ? 'A rule set drawn by chance' : `Draw ${formatCount(draws)}: held, it says, is whoever is`}
      </p>
      {draws > 0 && (
        <ul>
          {rules.map((rule, i) => (
            <li key={rule}>
              {i > 0 && <em>or </em>}
              {small.words[rule]}
            </li>
          ))}
        </ul>
      )}
      {draws > 0 && <p>{chanceWords(small.count, coins)}</p>}
      {off !== null && (
        <p>
          Among {counted(draws, 'draw')} no rule’s share is further than {(100 * off).toFixed(1)} points from the exact
          one (ticks on the bars).
        </p>
      )}
      <p className="needs-script">
        <button type="button" className="button" onClick={() => onDraw(1)}>
          Draw one
        </button>{' '}
        <button type="button" className="button" onClick={() => onDraw(100)}>
          Draw 100
        </button>
      </p>
    </section>
  );
}
