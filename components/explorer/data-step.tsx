import { CATALOGUE, PUBLIC } from '../../engine/data/catalogue';
import type { ColumnFacts } from '../../engine/data/describe';
import type { Warning } from '../../engine/data/inspect';
import { Select } from '../controls/choice';
import { capitalise, formatCount, formatShare } from '../format';
import { groupOptions } from './group-options';
import { KeptNote } from './kept-note';
import { OpenTable } from './open-table';
import { OWN, oddities } from './own-table';
import { PublicTableCard } from './public-table';
import { Running, type Work } from './running';
import { groupKey, NO_GROUPS, type Settings, type State } from './settings';
import { Step } from './step';
import type { Kept } from './use-kept-table';
import type { PublicTable } from './use-public-table';
import type { View } from './view';

interface Props {
  current: boolean;
  settings: Settings;
  state: State;
  facts: readonly ColumnFacts[];
  view: View;
  /** Whether `view` is about these settings. */
  fresh: boolean;
  /** Whether a table of one's own is open. */
  open: boolean;
  left: readonly string[];
  warnings: readonly Warning[];
  notes: readonly string[];
  /** What must be said before anything can be found. */
  question: string | null;
  task: Work;
  /** The public table that is chosen, if one is. */
  elsewhere: PublicTable;
  /** Whether the reader's table is kept on this device. */
  kept: Kept;
  onForget: () => void;
  onOpen: (name: string, source: string | Blob) => void;
  set: (patch: Partial<State>) => void;
}

/** What belongs to one table and means nothing in another. */
export const FORGET: Partial<State> = {
  file: '',
  numbers: '',
  levels: '',
  dates: '',
  target: '',
  positive: '',
  group: '',
  without: 'default',
  length: null,
  support: '',
  rules: null,
  bins: '',
  cuts: '',
  missing: '',
  hold: 0,
  ban: '',
  pin: '',
  rank: '',
  balanced: '',
  lambda: '',
  epsilon: '',
  way: 'exact',
  most: null,
  using: '',
  avoiding: '',
  least: null,
  has: '',
  box: '',
  zoom: '',
  lacks: '',
  a: [],
  b: [],
};

/** Which table, what is to be told, and whom to compare. */
export function DataStep(props: Props) {
  const {
    current,
    settings,
    state,
    facts,
    view,
    fresh,
    open,
    left,
    warnings,
    notes,
    question,
    task,
    elsewhere,
    kept,
    set,
  } = props;
  const { dataset, mining, groups } = settings;
  const title = (column: string): string => dataset.columns[column]?.title ?? column;
  const target = facts.find((column) => column.name === mining.target);
  const positive = mining.positive ?? (fresh ? view.positive : '');
  const own = state.data === OWN;
  return (
    <Step
      number={1}
      title="Data"
      current={current}
      problem={elsewhere.task.problem ?? task.problem ?? question}
      notes={[...settings.notes, ...(own ? oddities(facts) : []), ...notes]}
    >
      <Select
        label="Table"
        value={state.data}
        options={[
          ...CATALOGUE.map(({ slug, title: text }) => ({ value: slug, text })),
          ...PUBLIC.map(({ slug, title: text }) => ({ value: slug, text: `${text}, from the web` })),
          { value: OWN, text: open ? `Yours: ${dataset.title}` : 'Your own table …' },
        ]}
        onChange={(data) => set({ ...FORGET, data })}
      />
      {own && !open && (
        <p className="story">
          {state.file === ''
            ? 'Any table with a header line and a column to predict.'
            : `This link is about a table that its reader must have: open it, and its fingerprint ${state.file.slice(0, 8)} is checked.`}
        </p>
      )}
      {elsewhere.dataset ? (
        <>
          <p className="story">{dataset.story}</p>
          <PublicTableCard dataset={elsewhere.dataset} table={elsewhere} open={open} failed={task.problem !== null} />
        </>
      ) : (
        <OpenTable all={own} onOpen={props.onOpen} />
      )}
      {own && open && <KeptNote kept={kept} onForget={props.onForget} />}
      <Running task={task} what="reading" />
      {!elsewhere.dataset && dataset.story && <p className="story">{dataset.story}</p>}
      {(open || (!own && !elsewhere.dataset)) && (
        <p className="figure-note">
          {fresh
            ? `${formatCount(view.table.n)} ${dataset.row.many}${view.table.unseen > 0 ? ` and ${formatCount(view.table.unseen)} held out` : ''}, ${formatShare(view.table.positives / view.table.n)} with ${title(mining.target)} = ${view.positive}; rules from ${facts.length - 1 - left.length} of ${facts.length - 1} columns.${target?.missing ? ` ${formatCount(target.missing)} more have no ${title(mining.target)} and are left out.` : ''}`
            : task.problem || question
              ? ''
              : 'Reading the table …'}
        </p>
      )}
      {warnings.length > 0 && (
        <button type="button" className="chip warn" onClick={() => set({ tab: 'columns' })}>
          {warnings.length === 1 ? 'One thing' : `${warnings.length} things`} to know about the columns
        </button>
      )}
      {facts.length > 0 && (
        <details className="more" open={own || question !== null || undefined}>
          <summary>Target and groups</summary>
          <Select
            label="What to predict"
            value={mining.target}
            options={facts.map(({ name }) => ({ value: name, text: title(name) }))}
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
          {dataset.caveat && <p className="figure-note">{capitalise(dataset.caveat)}</p>}
        </details>
      )}
    </Step>
  );
}
