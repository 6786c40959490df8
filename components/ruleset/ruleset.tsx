import { useEffect, useMemo, useRef, useState } from 'react';
import { DecimalSlider, decimalBetween } from '../controls/decimal-slider';
import { capitalise, formatCount, inWords } from '../format';
import { FigureFrame } from '../furniture/figure-frame';
import type { FigureModule } from '../islands/figure-module';
import { publishLive } from '../live-values';
import { predict } from '../models/answers';
import { defaultsOf } from '../permalink/state';
import { DataNote } from '../study/data-note';
import { defaultPerson } from '../study/people';
import { datasetOf, epsilonStops, labelWords } from '../study/study';
import { TableSelect } from '../study/table-select';
import { useStudyState } from '../study/use-study-state';
import { useTouched } from '../study/use-touched';
import { useWhenReady } from '../study/use-when-ready';
import { useTask } from '../use-task';
import { Bars } from './bars';
import { BlockChart } from './blocks';
import { OwnRules } from './own-rules';
import { PersonLine } from './person-line';
import { Pool } from './pool';
import { bestWithout, countDisjoint, loadScales } from './scales';
import { EPSILON_RANGE, LAMBDA_RANGE, LAMBDAS, NO_RULES, shape } from './shape';
import { dataOf, findingOf, liveOf, sharedWords, verdictOf } from './tell';
import { marksOf } from './units';
import { Unseen } from './unseen';
import type { Initial } from './view';
import { lookAt, type Scales, toggle } from './weigh';

const slug = 'ruleset';
const NOTHING = { key: 'nothing yet', result: null };

const numbered = (rules: readonly number[]): readonly number[] =>
  rules.length === 0 ? NO_RULES : rules.map((rule) => rule + 1);

/** The rules that a state names; null when it names none, or some that are not in the pool. */
function named(rules: readonly number[], m: number): readonly number[] | null {
  if (rules.length === 0) return null;
  if (rules.length === 1 && rules[0] === 0) return [];
  const indices = [...new Set(rules)].map((rule) => rule - 1).sort((a, b) => a - b);
  return indices.every((rule) => rule >= 0 && rule < m) ? indices : null;
}

function Ruleset({ initial }: { initial: Initial }) {
  const figure = useStudyState(slug, shape);
  const { state, set, pristine } = figure;
  const { touched, listeners } = useTouched();
  const dataset = datasetOf(state.data);
  const lambda = state.lambda || dataset.lambda;
  const epsilon = state.epsilon || dataset.epsilon;
  const task = useTask<Scales | null>(
    `${state.data} ${lambda}`,
    (context, job) => loadScales(context, state.data, lambda, job),
    NOTHING,
    touched || !pristine,
  );
  const scales = task.result;
  const settled = scales?.study.dataset === dataset && scales.lambda === lambda;
  const m = settled ? scales.study.mined.rules.length : initial.view.cards.length;
  const picked = useMemo(() => named(state.rules, m), [state.rules, m]);
  // Until the engine has answered, the numbers of the static page hold, but only for its own table and λ.
  const known = useMemo(() => {
    if (settled) return scales;
    const same = state.data === initial.view.slug && lambda === initial.view.lambda;
    return same ? { start: initial.start, best: initial.view.best.rules } : null;
  }, [settled, scales, state.data, lambda, initial]);
  const current = picked ?? known?.start;
  const person = state.person < 0 && state.data === initial.view.slug ? (initial.view.person?.row ?? -1) : state.person;
  const last = useRef(initial.view);
  const view = useMemo(() => {
    if (!settled) return last.current;
    last.current = lookAt(scales, current!, epsilon, person);
    return last.current;
  }, [scales, settled, current, epsilon, person]);
  const shown = datasetOf(view.slug);
  const labels = labelWords(shown);
  const marks = useMemo(() => {
    if (!scales || scales.study.dataset.slug !== view.slug) return null;
    const said = predict(scales.study.everyone, view.set.rules);
    return scales.blocks.map((block) => marksOf(block, said));
  }, [scales, view.slug, view.set.rules]);
  const blocks = scales?.blocks ?? initial.blocks;
  useEffect(() => publishLive(slug, liveOf(view)), [view]);

  const [past, setPast] = useState<readonly (readonly number[])[]>([]);
  const [chain, setChain] = useState<readonly (readonly number[])[]>([]);
  const [note, setNote] = useState('');
  const [looking, setLooking] = useState(false);
  const change = (rules: readonly number[] | undefined, nextChain: readonly (readonly number[])[] = []) => {
    if (!rules) return;
    setPast([...past, state.rules]);
    setChain(nextChain);
    setNote('');
    set({ rules: numbered(rules) });
  };
  const undo = () => {
    set({ rules: past.at(-1)! });
    setPast(past.slice(0, -1));
    setChain([]);
    setNote('');
  };
  const whenReady = useWhenReady(settled ? scales : null);
  const another = async (scales: Scales) => {
    const shownSoFar = [...chain, view.set.rules];
    const banned = [...new Set(shownSoFar.flat())];
    setLooking(true);
    try {
      const { browserContext } = await import('../engine');
      const found = await bestWithout(browserContext, scales.study.mined.instance, lambda, banned);
      const next = found && lookAt(scales, found.rules, epsilon, person);
      if (next?.member) change(next.set.rules, shownSoFar);
      else
        setNote(
          next
            ? `The best without these ${banned.length} rules has objective ${next.set.objective.toFixed(4)}: more than θ = ${next.theta.toFixed(4)}.`
            : 'There is no other rule in the pool.',
        );
    } finally {
      setLooking(false);
    }
  };
  const { head, rest } = verdictOf(view);
  const people = shown.person.many;
  const refused = [
    ...(settled && state.rules.length > 0 && picked === null ? ['rules'] : []),
    ...(settled && state.person >= scales.study.table.n ? ['person'] : []),
  ];

  return (
    <div {...listeners}>
      <FigureFrame
        slug={slug}
        figure={{ ...figure, refused: [...figure.refused, ...refused] }}
        finding={findingOf(view, people)}
        data={() => dataOf(view)}
        problem={task.problem}
        controls={
          <>
            <TableSelect value={state.data} onChange={(data) => set({ data, person: -1 })} />
            <DecimalSlider
              label="price of a rule"
              symbol="λ"
              value={lambda}
              stops={LAMBDAS}
              check={decimalBetween(...LAMBDA_RANGE, 'λ')}
              onChange={(value) => set({ lambda: value })}
            />
            <DecimalSlider
              label="tolerance"
              symbol="ε"
              value={epsilon}
              stops={epsilonStops(dataset)}
              check={decimalBetween(...EPSILON_RANGE, 'ε')}
              onChange={(value) => set({ epsilon: value })}
            />
          </>
        }
      >
        <div className="ruleset-body" data-busy={task.busy && scales !== null}>
          <OwnRules
            view={view}
            note={note}
            looking={looking}
            onRemove={(rule) => change(current && toggle(current, rule))}
            onBest={() => whenReady(({ best }) => change(best))}
            onAnother={() => whenReady(another)}
            onUndo={past.length > 0 ? undo : null}
            onClear={() => change([])}
          />
          <div className="ruleset-pool">
            <p className="card-title">{view.cards.length} candidate rules, and what each would add to the objective</p>
            <Pool
              cards={view.cards}
              chosen={view.set.rules}
              labels={labels}
              onToggle={(rule) => change(current && toggle(current, rule))}
            />
          </div>
          <div className="ruleset-scales plot">
            <p className="headline" aria-live="polite">
              <strong>{head}</strong> {rest}{' '}
              {view.apart > 0 && (
                <>
                  {capitalise(sharedWords(view))} and judges {formatCount(view.apart)} of{' '}
                  {formatCount(view.n + view.nTest)} {people} differently.
                </>
              )}
            </p>
            <Bars view={view} />
            <Unseen view={view} />
            <div className="blocks">
              {blocks.map((block, i) => (
                <BlockChart
                  key={`${block.title} ${block.heldOut}`}
                  block={block}
                  tally={view.tallies[i]}
                  index={view.person?.places[i] ?? -1}
                  marks={marks ? marks[i] : initial.pictures[i].picture}
                  person={view.person}
                  onPick={(k) => whenReady(({ blocks: ready }) => set({ person: ready[i].people[k] }))}
                />
              ))}
            </div>
            <PersonLine person={view.person} dataset={shown} labels={labels} />
          </div>
        </div>
        <DataNote dataset={shown} />
      </FigureFrame>
    </div>
  );
}

const figure: FigureModule<Initial> = {
  slug,
  Component: Ruleset,
  async load(context) {
    const { data } = defaultsOf(shape);
    const { lambda, epsilon } = datasetOf(data);
    const scales = await loadScales(context, data, lambda);
    const said = predict(scales.study.everyone, scales.start);
    return {
      view: lookAt(scales, scales.start, epsilon, await defaultPerson(context, data)),
      blocks: scales.blocks.map(({ people, ...block }) => block),
      start: scales.start,
      disjoint: await countDisjoint(context, scales, epsilon),
      pictures: scales.blocks.map((block) => ({ picture: marksOf(block, said) })),
    };
  },
  live: ({ view, disjoint }) => ({ ...liveOf(view), disjoint: inWords(disjoint) }),
};

export default figure;
