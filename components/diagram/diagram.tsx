import { useEffect, useMemo, useState } from 'react';
import { Select } from '../controls/choice';
import { DecimalSlider, decimalBetween } from '../controls/decimal-slider';
import { formatCount } from '../format';
import { type FigureData, FigureFrame } from '../furniture/figure-frame';
import type { FigureModule, FigureProps, LiveValues } from '../islands/figure-module';
import { publishLive } from '../live-values';
import { defaultsOf } from '../permalink/state';
import { useMendedState } from '../permalink/use-mended-state';
import { useTask } from '../use-task';
import { datasetOf, type Large, loadLarge, timeless } from './large';
import { LargePart } from './large-part';
import { loadSmall, type Small } from './small';
import { countAt, SmallPart } from './small-part';
import { EPSILON_RANGE, EPSILONS, LAMBDA_RANGE, LAMBDAS, mend, type State, shape } from './state';

const slug = 'diagram';
const SETTLED = defaultsOf(shape);

/** The draws that the static page knows. */
const FIRST_DRAWS = 1;

interface Initial {
  readonly small: Small;
  readonly large: Large;
}

const smallKey = ({ lambda, epsilon, order, draws }: State): string =>
  JSON.stringify([lambda, epsilon, order, draws > FIRST_DRAWS]);

const largeKey = ({ table, rules, price, tolerance }: State): string =>
  JSON.stringify([table, rules, price, tolerance]);

function liveOf(small: Small, large: Large, within: string): LiveValues {
  return {
    largeCount: large.count === null ? 'more than can be said' : formatCount(BigInt(large.count)),
    largeStates: `${large.outgrown ? 'more than ' : ''}${formatCount(large.states)}`,
    largeRules: String(large.pool),
    largePoints: formatCount(large.points),
    largeKinds: large.outgrown ? '…' : formatCount(large.kinds),
    largeTable: datasetOf(large.table).title,
    count: formatCount(small.count),
    states: formatCount(small.states),
    rules: String(small.names.length),
    all: formatCount(2 ** small.names.length),
    within: formatCount(countAt(small, within).count),
  };
}

function findingOf(small: Small, large: Large): string {
  const compiled = `${formatCount(small.count)} rule sets of ${small.names.length} rules are held in ${formatCount(small.states)} states.`;
  return large.outgrown
    ? `${compiled} The set of the table “${datasetOf(large.table).title}” outgrows its budget after ${large.depth} of ${large.pool} rules.`
    : `${compiled} The ${formatCount(BigInt(large.count))} rule sets of the table “${datasetOf(large.table).title}” are held in ${formatCount(large.states)}.`;
}

/** The curves of both sets. */
function dataOf(small: Small, large: Large): FigureData {
  const columns = ['set', 'objective', 'rule sets up to it'];
  const { costs, denominator, counts } = small.curve;
  const rows = costs.map((cost, i) => ['small', Number(cost) / Number(denominator), counts[i]]);
  if (large.outgrown) return { columns, rows };
  const { above, counts: more } = large.curve;
  return { columns, rows: [...rows, ...above.map((step, i) => ['large', large.optimum + step, more[i]])] };
}

function Diagram({ initial }: FigureProps<Initial>) {
  const { state, change, figure } = useMendedState(slug, shape, mend);
  const [touched, setTouched] = useState(false);
  const settled = useMemo(() => smallKey(SETTLED), []);
  const key = smallKey(state);
  const task = useTask(
    key,
    (context, job) => loadSmall(context, state, undefined, job),
    { key: settled, result: initial.small },
    touched || key !== settled,
  );
  const small = task.result;
  const [asked, setAsked] = useState(false);
  const most = useMemo(() => largeKey(SETTLED), []);
  const wanted = largeKey(state);
  const compiling = useTask<Large>(
    wanted,
    (context, job) => loadLarge(context, state, job),
    { key: most, result: initial.large },
    asked || wanted !== most,
  );
  const large = compiling.result;
  useEffect(() => publishLive(slug, liveOf(small, large, state.within)), [small, large, state.within]);

  return (
    <div onPointerDown={() => setTouched(true)} onFocus={() => setTouched(true)}>
      <FigureFrame
        slug={slug}
        figure={figure}
        finding={findingOf(small, large)}
        data={() => dataOf(small, large)}
        problem={task.problem}
        controls={
          <>
            <DecimalSlider
              label="tolerance"
              symbol="ε"
              value={state.epsilon}
              stops={EPSILONS}
              check={decimalBetween(...EPSILON_RANGE, 'ε')}
              onChange={(epsilon) =>
                change((old) => ({
                  epsilon,
                  step: null,
                  within: Number(old.within) > Number(epsilon) ? epsilon : old.within,
                }))
              }
            />
            <DecimalSlider
              label="price of a rule"
              symbol="λ"
              value={state.lambda}
              stops={LAMBDAS}
              check={decimalBetween(...LAMBDA_RANGE, 'λ')}
              onChange={(lambda) => change(() => ({ lambda, step: null }))}
            />
            <Select
              label="Decide first"
              value={state.order}
              options={[
                { value: 'broad', text: 'the broadest rules' },
                { value: 'narrow', text: 'the narrowest rules' },
                { value: 'precise', text: 'the most precise rules' },
              ]}
              onChange={(order) => change(() => ({ order, step: null }))}
            />
          </>
        }
      >
        <SmallPart small={small} state={state} busy={task.busy} change={change} />
        <LargePart
          task={compiling}
          state={state}
          change={change}
          onRun={() => {
            setAsked(true);
            compiling.again();
          }}
        />
      </FigureFrame>
    </div>
  );
}

const module: FigureModule<Initial> = {
  slug,
  Component: Diagram,
  load: async (context) => ({
    small: await loadSmall(context, SETTLED, FIRST_DRAWS),
    large: timeless(await loadLarge(context, SETTLED)),
  }),
  live: ({ small, large }) => liveOf(small, large, SETTLED.within),
};

export default module;
