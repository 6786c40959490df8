import type { ColumnFacts } from '../../engine/data/describe';
import { Segments } from '../controls/choice';
import { ColumnList } from './column-list';
import { Compare } from './compare';
import type { Exploration, Pool } from './exploration';
import { FeaturesTab } from './features-tab';
import { PeopleTab } from './people-tab';
import { RulesTab } from './rules-tab';
import type { Settings, State } from './settings';
import type { Tab } from './shape';
import { TakeTab } from './take-tab';
import type { Look } from './use-look';
import type { View } from './view';

interface Props {
  state: State;
  /** As asked for, and as the view was made with. */
  settings: Settings;
  shown: Settings;
  exploration: Exploration | null;
  view: View;
  look: Look;
  facts: readonly ColumnFacts[];
  pool: Pool | null;
  set: (patch: Partial<State>) => void;
}

const TABS: readonly { value: Tab; text: string }[] = [
  { value: 'compare', text: 'Compare' },
  { value: 'people', text: 'People' },
  { value: 'features', text: 'Features' },
  { value: 'rules', text: 'Rules' },
  { value: 'columns', text: 'Columns' },
  { value: 'take', text: 'Take away' },
];

/** What is to be known beside the cloud, one thing at a time. */
export function Panel({ state, settings, shown, exploration, view, look, facts, pool, set }: Props) {
  const { kept: places, keptKey: placesKey } = look;
  const waiting = <p className="figure-note">The models are being found …</p>;
  const content: Record<Tab, () => React.ReactNode> = {
    compare: () => <Compare view={view} settings={shown} />,
    people: () =>
      exploration && (
        <PeopleTab exploration={exploration} settings={shown} view={view} places={places} placesKey={placesKey} />
      ),
    features: () =>
      exploration && (
        <FeaturesTab
          exploration={exploration}
          settings={shown}
          state={state}
          view={view}
          places={places}
          placesKey={placesKey}
          set={set}
        />
      ),
    rules: () =>
      exploration && (
        <RulesTab exploration={exploration} settings={shown} state={state} view={view} places={places} set={set} />
      ),
    columns: () => <ColumnList settings={settings} state={state} facts={facts} pool={pool} set={set} />,
    take: () =>
      exploration && (
        <TakeTab exploration={exploration} settings={shown} view={view} narrowed={look.kept.length < view.listed} />
      ),
  };
  return (
    <div className="panel">
      <div className="tabs">
        <Segments label="Show" value={state.tab} options={TABS} onChange={(tab) => set({ tab })} />
      </div>
      {content[state.tab]() || waiting}
    </div>
  );
}
