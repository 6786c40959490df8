import { useEffect, useRef, useState } from 'react';
import { findDataset } from '../../engine/data/catalogue';
import { Segments, Select } from '../controls/choice';
import { capitalise } from '../format';
import { FigureFrame } from '../furniture/figure-frame';
import type { FigureModule } from '../islands/figure-module';
import { isDefault } from '../permalink/state';
import { useFigureState } from '../permalink/use-figure-state';
import { AXIS_NAMES } from './axes';
import { writeBox } from './box';
import { countWords, sampleWords } from './certainty';
import { DataStep, FORGET } from './data-step';
import { loadInitial } from './load-initial';
import { Chooser, FilterBar } from './look-bar';
import { isGap } from './measures';
import { Offer } from './offer';
import { OWN } from './own-table';
import { Panel } from './panel';
import { RulesStep } from './rules-step';
import { Scatter } from './scatter';
import { SearchStep } from './search-step';
import { SelectionBar } from './selection-bar';
import { AXES, shape } from './shape';
import { dataOf, findingOf } from './tell';
import { useDrop } from './use-drop';
import { useExploration } from './use-exploration';
import { useHistory } from './use-history';
import { useKeptTable } from './use-kept-table';
import { useLook } from './use-look';
import { useOwnTable } from './use-own-table';
import { usePicking } from './use-picking';
import { usePublicTable } from './use-public-table';
import type { Initial } from './view';

const slug = 'explorer';

const STEPS = [
  { value: 'data', text: '1 Data' },
  { value: 'rules', text: '2 Rules' },
  { value: 'search', text: '3 Search' },
] as const;

/** One click away from whoever has no table at hand. */
const SAMPLE = findDataset(shape.data.fallback)!;

/** Where one step is shown at a time, the others tell that something is wrong in them. */
const marked = (problems: Record<(typeof STEPS)[number]['value'], string | null>) =>
  STEPS.map(({ value, text }) => ({ value, text: problems[value] ? `${text} !` : text }));

function Explorer({ initial }: { initial: Initial }) {
  const root = useRef<HTMLDivElement>(null);
  const { figure, undo, redo } = useHistory(useFigureState(slug, shape), root);
  const { state, set } = figure;
  const [touched, setTouched] = useState(false);
  const [drawing, setDrawing] = useState(false);
  const [step, setStep] = useState<(typeof STEPS)[number]['value']>('data');
  const own = useOwnTable(state, set, FORGET);
  const elsewhere = usePublicTable(state.data);
  const known = useExploration(state, initial, touched || !isDefault(shape, state), own.file, elsewhere.file);
  const { settings, shown, exploration, view, headline, facts, pool, tasks, lost, fresh, loaded } = known;
  const look = useLook(state, shown, exploration, view, initial);
  const picking = usePicking(exploration, view, look, known.pair, set);
  const keeping = useKeptTable(state, own);
  const { dropping, target } = useDrop(own.open);
  const { check } = own;
  useEffect(() => check(loaded), [check, loaded]);

  const busy = exploration !== null && (tasks.search.busy || tasks.pool.busy || tasks.table.busy);
  const axisOptions = AXES.filter((axis) => (!isGap(axis) || shown.groups) && (axis !== 'unseen' || shown.holdOut > 0));
  const options = axisOptions.map((value) => ({ value, text: AXIS_NAMES[value] }));
  const sample = sampleWords(view);
  const closed = state.data === OWN ? !own.file : elsewhere.dataset !== undefined && !elsewhere.file;
  const problems = {
    data: elsewhere.task.problem ?? tasks.table.problem ?? known.question,
    rules: tasks.pool.problem,
    search: tasks.search.problem,
  };
  const wake = () => setTouched(true);
  return (
    <div
      ref={root}
      className={dropping ? 'dropping' : ''}
      onPointerMove={wake}
      onFocus={wake}
      onTouchStart={wake}
      {...target}
    >
      <FigureFrame
        slug={slug}
        figure={figure}
        finding={findingOf(view, shown)}
        data={() => dataOf(exploration, view, shown)}
        controls={
          <>
            <p className="headline" data-busy={tasks.search.busy}>
              <strong>{capitalise(countWords(headline.count, headline.exact))}</strong> rule{' '}
              {headline.count === '1' ? 'set comes' : 'sets come'} within {headline.epsilon} of the best.
            </p>
            <div className="history needs-script">
              <button type="button" className="quiet" disabled={!undo} onClick={() => undo?.()}>
                Undo
              </button>
              <button type="button" className="quiet" disabled={!redo} onClick={() => redo?.()}>
                Redo
              </button>
            </div>
          </>
        }
      >
        <div className="explorer-body">
          <div className="steps">
            <div className="step-tabs">
              <Segments label="Step" value={step} options={marked(problems)} onChange={setStep} />
            </div>
            <DataStep
              current={step === 'data'}
              settings={settings}
              state={state}
              facts={facts}
              view={view}
              fresh={fresh}
              open={loaded !== null}
              elsewhere={elsewhere}
              left={pool?.left ?? settings.mining.exclude}
              warnings={pool?.warnings ?? []}
              notes={own.notes}
              question={known.question}
              task={tasks.table}
              kept={keeping.kept}
              onForget={keeping.forget}
              onOpen={own.open}
              set={set}
            />
            <RulesStep
              current={step === 'rules'}
              settings={settings}
              state={state}
              view={view}
              fresh={fresh}
              task={tasks.pool}
              set={set}
            />
            <SearchStep
              current={step === 'search'}
              settings={settings}
              shown={shown}
              state={state}
              view={view}
              task={tasks.search}
              set={set}
            />
          </div>
          <div className="look">
            <p className="step-title">
              <span className="step-number">4</span> Look
            </p>
            <p className="figure-note">
              Every dot is a rule set. Click one to compare it, or draw a rectangle to look at those in it.
            </p>
            <div className="axis-choice">
              <Select
                label="Up"
                value={look.names.y}
                options={options}
                onChange={(y) => set({ y, box: '', zoom: '' })}
              />
              <Select
                label="Across"
                value={look.names.x}
                options={options}
                onChange={(x) => set({ x, box: '', zoom: '' })}
              />
            </div>
            {closed && (
              <p className="figure-note">
                No table is open yet; the picture below is of {shown.dataset.title}.{' '}
                <button type="button" className="chip" onClick={() => set({ ...FORGET, data: SAMPLE.slug })}>
                  Try it with {SAMPLE.title}
                </button>
              </p>
            )}
            <Offer task={tasks.search} searched={known.searched} way={state.way} set={set} />
            <Scatter
              look={look}
              count={look.drawn}
              picture={initial.picture}
              models={view.models}
              busy={busy || closed}
              picking={picking}
              onSelect={(box) => set({ box: writeBox(box) })}
              byFinger={drawing}
            />
            <SelectionBar look={look} state={state} set={set} onToggle={setDrawing} />
            {lost && (
              <p className="figure-note">
                The link names a model with rules that are not among these {view.m}; another was picked.
              </p>
            )}
            <p className="figure-note">
              {sample && `${sample} `}
              {view.groups && `Gaps are ${view.groups[0]} minus ${view.groups[1]}.`}
            </p>
            <Chooser
              active={picking.active}
              fair={shown.groups !== null}
              unseen={shown.holdOut > 0}
              onActive={picking.setActive}
              onChoose={picking.choose}
            />
            <FilterBar
              state={state}
              columns={known.columns}
              rules={known.rules}
              longest={known.longest}
              shown={exploration ? look.kept.length : view.listed}
              of={view.listed}
              set={set}
            />
          </div>
          <Panel
            state={state}
            settings={settings}
            shown={shown}
            exploration={exploration}
            view={view}
            look={look}
            facts={facts}
            pool={pool}
            set={set}
          />
        </div>
      </FigureFrame>
    </div>
  );
}

const figure: FigureModule<Initial> = { slug, Component: Explorer, load: loadInitial };

export default figure;
