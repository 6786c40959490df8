import { useEffect, useMemo, useRef } from 'react';
import { Select } from '../controls/choice';
import { DecimalSlider, decimalBetween } from '../controls/decimal-slider';
import { formatCount, formatPercent, formatShare } from '../format';
import { type FigureData, FigureFrame } from '../furniture/figure-frame';
import type { FigureModule, LiveValues } from '../islands/figure-module';
import { publishLive } from '../live-values';
import { defaultsOf } from '../permalink/state';
import { DataNote } from '../study/data-note';
import { countYes, mostContested } from '../study/people';
import { datasetOf, epsilonStops, type Good, loadGood, membersWithin, widestEpsilon } from '../study/study';
import { TableSelect } from '../study/table-select';
import { useGood } from '../study/use-study';
import { useStudyState } from '../study/use-study-state';
import { useTouched } from '../study/use-touched';
import { useWhenReady } from '../study/use-when-ready';
import { useTask } from '../use-task';
import { areaOf, Chart } from './chart';
import { Measures } from './measures';
import { PersonCard } from './person-card';
import { Rugs, ticksOf } from './rugs';
import { shape } from './shape';
import { lookAt, orderPeople, pathsOf, type Strip } from './strip';
import { type Initial, type Paths, RUGS, type View } from './view';

const slug = 'verdicts';
const NOTHING = { key: 'nothing yet', result: null };

const contestedOf = ({ people, none, all }: View): number => people - none - all;

function findingOf(view: View): string {
  const { many, one } = datasetOf(view.slug).person;
  return (
    `${formatCount(view.members)} good models disagree on ${formatPercent(contestedOf(view) / view.people)} of ${formatCount(view.people)} ${many}; ` +
    `one of them reverses the answer of the best for ${formatPercent(view.discrepancy / view.people)}. ` +
    `${formatShare(view.person.yes / view.members)} say yes to the ${one} picked: ${view.person.words}.`
  );
}

function liveOf(view: View): LiveValues {
  const [first, second] = view.groups;
  const share = (group: View['groups'][number] | undefined) =>
    group ? `${formatShare(group.contested / group.people)} of the ${group.name}` : 'none';
  return {
    members: formatCount(view.members),
    people: formatCount(view.people),
    contested: formatShare(contestedOf(view) / view.people),
    agreed: formatShare(1 - contestedOf(view) / view.people),
    discrepancy: formatShare(view.discrepancy / view.people),
    reversed: formatCount(view.discrepancy),
    share: formatShare(view.person.yes / view.members),
    first: share(first),
    second: share(second),
  };
}

function dataOf(strip: Strip | null, view: View): FigureData {
  const columns = ['rank', 'row', 'models that say yes', 'models'];
  if (!strip) return { columns, rows: [[view.person.rank + 1, view.person.row + 1, view.person.yes, view.members]] };
  const rows = Array.from(strip.order, (row, rank) => [rank + 1, row + 1, strip.yes[row], strip.members]);
  return { columns, rows };
}

function Verdicts({ initial }: { initial: Initial }) {
  const figure = useStudyState(slug, shape);
  const { state, set, pristine } = figure;
  const { touched, listeners } = useTouched();
  const task = useGood(state.data, touched || !pristine);
  const dataset = datasetOf(state.data);
  const epsilon = state.epsilon || dataset.epsilon;
  const good = task.result?.study.dataset === dataset ? task.result : null;
  const members = useMemo(() => (good ? membersWithin(good, epsilon) : 0), [good, epsilon]);
  const counted = useTask<{ good: Good; members: number; yes: Float64Array } | null>(
    `${state.data} ${members}`,
    async (context) => ({ good: good!, members, yes: await countYes(context, good!, members) }),
    NOTHING,
    good !== null,
  );
  const strip = useMemo(
    () => counted.result && orderPeople(counted.result.good, counted.result.members, counted.result.yes),
    [counted.result],
  );
  const fits = strip !== null && strip.good.study.dataset === dataset;
  const attribute = Math.min(state.group, Math.max(0, dataset.protected.length - 1));
  const paths = useMemo<Paths | null>(() => (strip ? pathsOf(strip, attribute) : null), [strip, attribute]);
  const last = useRef(initial.view);
  const view = useMemo(() => {
    if (!strip || !fits) return last.current;
    const n = strip.order.length;
    const row = state.person >= 0 && state.person < n ? state.person : mostContested(strip.yes, strip.members);
    last.current = lookAt(strip, attribute, row);
    return last.current;
  }, [strip, fits, attribute, state.person]);
  const shown = datasetOf(view.slug);
  useEffect(() => publishLive(slug, liveOf(view)), [view]);
  const whenReady = useWhenReady(fits ? strip : null);
  const refused = fits && state.person >= strip.order.length ? ['person'] : [];

  return (
    <div {...listeners}>
      <FigureFrame
        slug={slug}
        figure={{ ...figure, refused: [...figure.refused, ...refused] }}
        finding={findingOf(view)}
        data={() => dataOf(strip, view)}
        problem={task.problem ?? counted.problem}
        controls={
          <>
            <TableSelect value={state.data} onChange={(data) => set({ data, person: -1 })} />
            <DecimalSlider
              label="tolerance"
              symbol="ε"
              value={epsilon}
              stops={epsilonStops(dataset)}
              check={decimalBetween(0, Number(widestEpsilon(dataset)), 'ε')}
              onChange={(value) => set({ epsilon: value })}
            />
            {dataset.protected.length > 1 && (
              <Select
                label="groups by"
                value={String(attribute)}
                options={dataset.protected.map(({ title }, i) => ({ value: String(i), text: title }))}
                onChange={(value) => set({ group: Number(value) })}
              />
            )}
          </>
        }
      >
        <div className="verdicts-body" data-busy={strip !== null && (task.busy || counted.busy)}>
          <div className="verdicts-strip">
            <p className="headline">
              {formatCount(view.members)} good {view.members === 1 ? 'model agrees' : 'models agree'} on{' '}
              <strong>{formatShare(1 - contestedOf(view) / view.people)}</strong> of {formatCount(view.people)}{' '}
              {shown.person.many}. For the rest it depends on which is picked.
            </p>
            <Chart
              view={view}
              dataset={shown}
              paths={paths}
              picture={initial.drawing.picture}
              onRank={(rank) => whenReady(({ order }) => set({ person: order[rank] }))}
            />
            <Rugs view={view} dataset={shown} paths={paths} pictures={initial.rugs} />
          </div>
          <PersonCard view={view} dataset={shown} onContested={() => set({ person: -1 })} />
          <Measures view={view} dataset={shown} />
        </div>
        <DataNote dataset={shown} />
      </FigureFrame>
    </div>
  );
}

const figure: FigureModule<Initial> = {
  slug,
  Component: Verdicts,
  async load(context) {
    const { data, group } = defaultsOf(shape);
    const good = await loadGood(context, data);
    const members = membersWithin(good, good.study.dataset.epsilon);
    const yes = await countYes(context, good, members);
    const strip = orderPeople(good, members, yes);
    const paths = pathsOf(strip, group);
    return {
      view: lookAt(strip, group, mostContested(yes, members)),
      drawing: { picture: areaOf(paths) },
      rugs: Object.fromEntries(RUGS.map((rug) => [rug, { picture: ticksOf(paths, rug) }])) as Initial['rugs'],
    };
  },
  live: ({ view }) => liveOf(view),
};

export default figure;
