import { CATALOGUE } from '../../engine/data/catalogue';
import type { ColumnFacts } from '../../engine/data/describe';
import { Select } from '../controls/choice';
import { capitalise, formatCount, formatShare } from '../format';
import { ColumnList } from './column-list';
import { groupOptions } from './group-options';
import { groupKey, NO_GROUPS, type Settings, type State } from './settings';
import { Step } from './step';
import type { View } from './view';

interface Props {
  current: boolean;
  settings: Settings;
  facts: readonly ColumnFacts[];
  view: View;
  /** Whether `view` is about these settings. */
  fresh: boolean;
  problem: string | null;
  set: (patch: Partial<State>) => void;
}

/** What belongs to one data set and means nothing in another. */
export const FORGET: Partial<State> = {
  target: '',
  positive: '',
  group: '',
  without: 'default',
  length: null,
  support: '',
  rules: null,
  rank: '',
  balanced: '',
  lambda: '',
  epsilon: '',
  a: [],
  b: [],
};

const title = ({ dataset }: Settings, column: string): string => dataset.columns[column]?.title ?? column;

/** Which table, what is to be told, whom to compare, and which columns rules may use. */
export function DataStep({ current, settings, facts, view, fresh, problem, set }: Props) {
  const { dataset, mining, groups } = settings;
  const target = facts.find((column) => column.name === mining.target);
  const positive = mining.positive ?? (fresh ? view.positive : '');
  const used = facts.length - 1 - mining.exclude.length;
  return (
    <Step number={1} title="Data" current={current} problem={problem} notes={settings.notes}>
      <Select
        label="Table"
        value={dataset.slug}
        options={CATALOGUE.map(({ slug, title: text }) => ({ value: slug, text }))}
        onChange={(data) => set({ ...FORGET, data })}
      />
      <p className="story">{dataset.story}</p>
      <p className="figure-note">
        {fresh
          ? `${formatCount(view.table.n)} ${dataset.row.many}, ${formatShare(view.table.positives / view.table.n)} with ${title(settings, mining.target)} = ${view.positive}; rules from ${used} of ${facts.length - 1} columns.`
          : 'Reading the table …'}
      </p>
      <details className="more">
        <summary>Target, groups, columns</summary>
        <Select
          label="What to predict"
          value={mining.target}
          options={facts.map(({ name }) => ({ value: name, text: title(settings, name) }))}
          onChange={(name) => set({ target: name === dataset.target ? '' : name, positive: '', a: [], b: [] })}
        />
        {target && target.levels.length > 0 && (
          <Select
            label="The answer “yes” is"
            value={positive}
            options={[
              ...(positive === '' ? [{ value: '', text: 'choose one' }] : []),
              ...target.levels.map(({ value, count }) => ({ value, text: `${value} (${formatCount(count)})` })),
            ]}
            onChange={(value) => set({ positive: value, a: [], b: [] })}
          />
        )}
        <Select
          label="Compare"
          value={groups ? groupKey(groups) : NO_GROUPS}
          options={[...groupOptions(settings, facts), { value: NO_GROUPS, text: 'no groups' }]}
          onChange={(group) => set({ group })}
        />
        <ColumnList settings={settings} facts={facts} set={set} />
        <p className="figure-note">
          {capitalise(dataset.caveat)} <a href={`./data/${dataset.provenance}`}>Where the table comes from</a>
        </p>
      </details>
    </Step>
  );
}
