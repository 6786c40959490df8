import { Segments, Select } from '../controls/choice';
import { DecimalSlider } from '../controls/decimal-slider';
import { formatPower, log10Of } from '../format';
import { promiseWords } from './certainty';
import { checkEpsilon, checkLambda } from './checks';
import { Running, type Work } from './running';
import type { Settings, State } from './settings';
import { EPSILONS, LAMBDAS } from './shape';
import { Step } from './step';
import type { View } from './view';

interface Props {
  current: boolean;
  settings: Settings;
  /** The settings that the view was made with. */
  shown: Settings;
  state: State;
  view: View;
  /** The running search. */
  task: Work;
  set: (patch: Partial<State>) => void;
}

const WAYS = [
  { value: 'exact', text: 'exactly' },
  { value: 'hashing', text: 'estimate' },
  { value: 'walking', text: 'quick look' },
] as const;

const FACTORS = [
  { value: '0.3', text: 'a factor of 1.3' },
  { value: '0.8', text: 'a factor of 1.8' },
  { value: '6', text: 'a factor of 7' },
] as const;

const RISKS = [
  { value: '0.2', text: '80%' },
  { value: '0.05', text: '95%' },
] as const;

/** How rare the members are among all rule sets. */
function rarity({ count, m }: View): string {
  if (count === '0') return 'none';
  const log10 = m * Math.log10(2) - log10Of(count);
  return log10 < 2 ? `${(100 / 10 ** log10).toFixed(1)} %` : `one in ${formatPower(log10)}`;
}

/** What a model costs and how much worse than the best it may be; what the search found. */
export function SearchStep({ current, settings: { lambda, epsilon }, shown, state, view, task, set }: Props) {
  const promise = promiseWords(view, shown.way);
  return (
    <Step number={3} title="Search" current={current} problem={task.problem}>
      <DecimalSlider
        label="worse by at most"
        symbol="ε"
        value={epsilon}
        stops={EPSILONS}
        check={checkEpsilon}
        onChange={(value) => set({ epsilon: value })}
      />
      <DecimalSlider
        label="price of a rule"
        symbol="λ"
        value={lambda}
        stops={LAMBDAS}
        check={checkLambda}
        onChange={(value) => set({ lambda: value })}
      />
      {Number(lambda) === 0 && (
        <p className="figure-note">
          At λ = 0 a rule costs nothing: every rule that does no harm may be there or not, so counts explode and long
          models are as good as short ones. The search can take very long.
        </p>
      )}
      <Segments label="Count them" value={state.way} options={WAYS} onChange={(way) => set({ way })} />
      {state.way === 'hashing' && (
        <div className="guarantee">
          <Select label="right within" value={state.within} options={FACTORS} onChange={(within) => set({ within })} />
          <Select label="with a probability of" value={state.risk} options={RISKS} onChange={(risk) => set({ risk })} />
        </div>
      )}
      <Running task={task} what="the search" />
      {promise && <p className="figure-note">{promise}</p>}
      <dl className="facts" data-busy={task.busy}>
        <div>
          <dt>best objective</dt>
          <dd title={view.optimum.fraction}>{view.optimum.value.toFixed(4)}</dd>
        </div>
        <div>
          <dt>
            of all 2<sup>{view.m}</sup> rule sets
          </dt>
          <dd>{rarity(view)}</dd>
        </div>
      </dl>
    </Step>
  );
}
