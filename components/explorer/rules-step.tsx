import { Segments, Select } from '../controls/choice';
import { DecimalSlider } from '../controls/decimal-slider';
import { Slider } from '../controls/slider';
import { formatCount } from '../format';
import { checkRules, checkSupport } from './checks';
import { Running, type Work } from './running';
import type { Settings, State } from './settings';
import { type BINNINGS, MOST_HELD, POOL_SIZES, SUPPORTS } from './shape';
import { Step } from './step';
import type { View } from './view';

interface Props {
  current: boolean;
  settings: Settings;
  state: State;
  view: View;
  /** Whether `view` is about these settings. */
  fresh: boolean;
  task: Work;
  set: (patch: Partial<State>) => void;
}

const LENGTHS = ['1', '2', '3', '4'].map((value) => ({ value, text: value }));

const RANKINGS = [
  { value: 'precision', text: 'how often they are right' },
  { value: 'gain', text: 'how much they gain' },
  { value: 'support', text: 'how many they capture' },
] as const;

const WEIGHTS = [
  { value: 'yes', text: 'each class' },
  { value: 'no', text: 'each row' },
] as const;

const CUTS: readonly { value: (typeof BINNINGS)[number]; text: string }[] = [
  { value: '', text: 'as usual for the table' },
  { value: 'quantile.1', text: 'the median' },
  { value: 'quantile.3', text: 'quartiles' },
  { value: 'quantile.4', text: 'fifths' },
  { value: 'quantile.9', text: 'tenths' },
  { value: 'width.3', text: '4 equal widths' },
  { value: 'width.4', text: '5 equal widths' },
  { value: 'width.9', text: '10 equal widths' },
];

const MISSING = [
  { value: 'no', text: 'nothing' },
  { value: 'yes', text: 'a level' },
] as const;

const HOLD_STEP = 5;

/** How candidate rules are made of the table. */
export function RulesStep({ current, settings: { mining }, state, view, fresh, task, set }: Props) {
  // Rules have other numbers in another pool, so the models that were picked are picked no more.
  const change = (patch: Partial<State>) => set({ ...patch, a: [], b: [] });
  const pool =
    view.m < view.candidates
      ? `The best ${formatCount(view.m)} of ${formatCount(view.candidates)} different ones.`
      : `All ${formatCount(view.m)} different ones.`;
  return (
    <Step number={2} title="Rules" current={current} problem={task.problem}>
      <Segments
        label="Conditions in a rule, at most"
        value={String(mining.maxLength)}
        options={LENGTHS}
        onChange={(length) => change({ length: Number(length) })}
      />
      <DecimalSlider
        label="captures at least a share"
        symbol="s"
        value={String(mining.minSupport)}
        stops={SUPPORTS}
        check={checkSupport}
        onChange={(support) => change({ support })}
      />
      <DecimalSlider
        label="rules to choose from"
        symbol="m"
        value={String(mining.rules)}
        stops={POOL_SIZES}
        check={checkRules}
        onChange={(rules) => change({ rules: Number(rules) })}
      />
      <Running task={task} what="rule making" />
      <p className="figure-note">{fresh ? pool : task.busy ? 'Making rules …' : ''}</p>
      <details className="more">
        <summary>Which are best, cuts, held-out rows</summary>
        <Select
          label="The best are told by"
          value={mining.ranking ?? 'gain'}
          options={RANKINGS}
          onChange={(rank) => change({ rank })}
        />
        <Segments
          label="The same weight for"
          value={mining.balanced ? 'yes' : 'no'}
          options={WEIGHTS}
          onChange={(balanced) => change({ balanced })}
        />
        <Select label="Numbers are cut at" value={state.bins} options={CUTS} onChange={(bins) => change({ bins })} />
        <Segments
          label="A missing value is"
          value={mining.missing ? 'yes' : 'no'}
          options={MISSING}
          onChange={(missing) => change({ missing })}
        />
        <Slider
          label="rows held out"
          value={state.hold}
          min={0}
          max={MOST_HELD}
          step={HOLD_STEP}
          text={`${state.hold} %`}
          onChange={(hold) => change({ hold, ...(hold > 0 && state.hold === 0 && { x: 'unseen' }) })}
        />
      </details>
    </Step>
  );
}
