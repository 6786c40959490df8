import { Power } from '../charts/power';
import { formatCount, formatShare } from '../format';
import { PROMISE } from './count';
import { logOf } from './places';
import type { Line, Lines } from './view';

interface Props {
  lines: Lines;
  own: Line;
  at: number;
}

/** How often one number goes into another, in words. */
export function timesWords(times: number): string {
  if (times < 10) return `${Number(times.toFixed(1))} times`;
  return `${formatCount(Math.round(times))} times`;
}

const rules = (count: number): string => {
  const rounded = Number(count.toFixed(1));
  return `${rounded} rule${rounded === 1 ? '' : 's'}`;
};

/** What stands where the cursor is, along both axes. */
export function Reading({ lines: { epsilons, m }, own, at }: Props) {
  const epsilon = Number(epsilons[at]);
  const count = own.counts[at];
  const estimate = own.estimates[at];
  const half = own.counts[Math.round(at / 2)];
  const all = m * Math.log10(2);
  const decades = logOf(count ?? estimate?.value ?? null);
  return (
    <div className="reading" aria-live="polite">
      <p>
        <b>Across.</b> ε = {epsilons[at]} is what {rules(epsilon / Number(own.lambda))} cost at λ = {own.lambda}, or{' '}
        {Number((100 * epsilon).toFixed(2))} points of accuracy: so much may a rule set be worse than the best.
      </p>
      <p>
        <b>Up.</b> {count === null && !estimate && <>Counting this far takes longer than a moment.</>}
        {estimate && (
          <>
            About <Power log10={logOf(estimate.value)!} /> rule sets, estimated: within a factor of {1 + PROMISE.eps}{' '}
            with a chance of {formatShare(1 - PROMISE.delta)}.{' '}
          </>
        )}
        {count !== null && (
          <>
            {formatCount(BigInt(count))} rule set{count === '1' ? '' : 's'}, counted one and all
            {half !== null && at > 1 && (
              <>
                , {timesWords(Number(count) / Number(half))} as many as at ε = {epsilons[Math.round(at / 2)]}
              </>
            )}
            .{' '}
          </>
        )}
        {decades !== null && (
          <>
            That is one in <Power log10={all - decades} /> of the 2<sup>{m}</sup> rule sets that {m} rules make.
          </>
        )}
      </p>
    </div>
  );
}
