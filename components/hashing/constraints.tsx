import { type BitSet, hasBit } from '../../engine/bits/bitset';
import { formatCount } from '../format';
import type { SmallSet } from '../small-set/small-set';
import type { Trial } from './model';

interface Props {
  set: SmallSet;
  trial: Trial;
  /** Constraints drawn so far, and how many the trial will draw. */
  step: number;
  last: number;
  /** The picked model. */
  picked: number;
}

/** The latest constraints are shown, no more than fit. */
const SHOWN = 5;

/** The rule of every row of the table is at one position of the search. */
const positionOf = ({ order }: SmallSet, rule: number): number => order.indexOf(rule);

/** The constraints as columns over the rules: which rules each is about, what their number must be, and who is left. */
export function Constraints({ set, trial, step, last, picked }: Props) {
  const model = set.models[picked];
  const first = Math.max(0, Math.min(step, last) - SHOWN);
  const shown = trial.constraints.slice(first, Math.max(1, Math.min(last, first + SHOWN))).map((parity, i) => ({
    ...parity,
    k: first + i,
  }));
  const has = (rule: number) => ((model >> positionOf(set, rule)) & 1) === 1;
  const broken = trial.breaks[picked];
  const sumOf = (terms: BitSet) => set.order.reduce((sum, rule, p) => sum + (hasBit(terms, p) && has(rule) ? 1 : 0), 0);
  const state = (k: number) => (k < step ? undefined : 'ahead');
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than a phone is scrolled by keyboard too
    <section className="constraints" aria-label="The random constraints" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">rule</th>
            <th scope="col" className="model">
              picked model
            </th>
            {shown.map(({ k }) => (
              <th key={k} scope="col" className={state(k)}>
                <span className="sr-only">constraint </span>
                {k + 1}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {set.words.map((words, rule) => (
            <tr key={words}>
              <th scope="row">{words}</th>
              <td className="model">{has(rule) && <span className="dot in" role="img" aria-label="in the model" />}</td>
              {shown.map(({ terms, k }) => (
                <td key={k} className={state(k)}>
                  {k < step && hasBit(terms, positionOf(set, rule)) && (
                    <span className={has(rule) ? 'dot both' : 'dot'} role="img" aria-label="in the constraint" />
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={2}>
              of these a model must have
            </th>
            {shown.map(({ odd, k }) => (
              <td key={k} className={state(k)}>
                {k < step && (odd ? 'odd' : 'even')}
              </td>
            ))}
          </tr>
          <tr className="picked-row">
            <th scope="row" colSpan={2}>
              the picked model has
            </th>
            {shown.map(({ terms, k }) => (
              <td key={k} className={k === broken ? 'out' : undefined}>
                {k < step && k <= broken && sumOf(terms)}
              </td>
            ))}
          </tr>
          <tr className="sizes">
            <th scope="row" colSpan={2}>
              models left of {formatCount(trial.sizes[0])}
            </th>
            {shown.map(({ k }) => (
              <td key={k}>{k < step && formatCount(trial.sizes[k + 1])}</td>
            ))}
          </tr>
        </tfoot>
      </table>
    </section>
  );
}
