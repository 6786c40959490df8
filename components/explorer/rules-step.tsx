import { Segments, Select } from '../controls/choice';
import { DecimalSlider } from '../controls/decimal-slider';
import { formatCount } from '../format';
import { checkRules, checkSupport } from './checks';
import type { Settings, State } from './settings';
import { POOL_SIZES, SUPPORTS } from './shape';
import { Step } from './step';
import type { View } from './view';

interface Props {
  current: boolean;
  settings: Settings;
  view: View;
  fresh: boolean;
  busy: boolean;
  problem: string | null;
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

/** How candidate rules are made of the table. */
export function RulesStep({ current, settings: { mining }, view, fresh, busy, problem, set }: Props) {
  // Rules have other numbers in another pool, so the models that were picked are picked no more.
  const change = (patch: Partial<State>) => set({ ...patch, a: [], b: [] });
  return (
    <Step number={2} title="Rules" current={current} problem={problem}>
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
      <p className="figure-note" data-busy={busy}>
        {fresh
          ? view.m < view.candidates
            ? `The best ${formatCount(view.m)} of ${formatCount(view.candidates)} that are different.`
            : `All ${formatCount(view.m)} that are different.`
          : 'Making rules …'}
      </p>
      <details className="more">
        <summary>Which are best</summary>
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
      </details>
    </Step>
  );
}
