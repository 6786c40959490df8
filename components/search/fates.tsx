import { formatCount } from '../format';
import { type Fate, fateOf, turnedAway } from './paths';
import type { Trace } from './view';

type Kind = Fate | 'cut';

/** The marks of the tree, each with what it means: the key is the tally. */
const KEY: readonly { readonly kind: Kind; readonly text: string }[] = [
  { kind: 'member', text: 'in the Rashomon set' },
  { kind: 'other', text: 'weighed, not in it' },
  { kind: 'over', text: 'cut: their false positives alone are too many' },
  { kind: 'cut', text: 'cut: no room for another rule' },
];

function Mark({ kind }: { kind: Kind }) {
  return (
    <svg className="done" width="14" height="20" aria-hidden="true">
      {kind === 'over' ? (
        <path className="cut" d="M7 8v2" />
      ) : (
        <path className={kind === 'cut' ? 'other' : kind} d="M7 9h0" />
      )}
      {kind === 'cut' && <path className="cut" d="M7 15v2" />}
    </svg>
  );
}

/** How many of the first rule sets met each fate. */
export function Fates({ trace, step, rules }: { trace: Trace; step: number; rules: number }) {
  const counts: Record<Kind, number> = { member: 0, other: 0, over: 0, cut: 0 };
  for (let k = 1; k <= step; k++) {
    counts[fateOf(trace, k)]++;
    if (turnedAway(trace, k, rules)) counts.cut++;
  }
  return (
    <ul className="fates">
      {KEY.map(({ kind, text }) => (
        <li key={kind}>
          <Mark kind={kind} />
          <b>{formatCount(counts[kind])}</b> {text}
        </li>
      ))}
    </ul>
  );
}
