import { useEffect, useState } from 'react';
import { dotPaths } from '../charts/dots';
import { type Axis, percent } from '../charts/plot';
import { Select } from '../controls/choice';
import { DecimalSlider, decimalBetween } from '../controls/decimal-slider';
import { formatCount, formatPercent } from '../format';
import { FigureFrame } from '../furniture/figure-frame';
import type { FigureModule } from '../islands/figure-module';
import { publishLive } from '../live-values';
import { type Direction, Marker } from '../models/marker';
import { ModelCard } from '../models/model-card';
import { nearestModel } from '../models/nearest';
import { defaultsOf } from '../permalink/state';
import { DataNote } from '../study/data-note';
import { defaultPerson } from '../study/people';
import { datasetOf, epsilonStops, loadGood, membersWithin, modelAt, widestEpsilon } from '../study/study';
import { TableSelect } from '../study/table-select';
import { useGood } from '../study/use-study';
import { useStudyState } from '../study/use-study-state';
import { useTouched } from '../study/use-touched';
import { useWhenReady } from '../study/use-when-ready';
import { metricWords } from './axes';
import { Brush, MIDDLE } from './brush';
import { domainOf, lookAt, placeModels, tellingPair } from './cloud';
import { ConfusionTable } from './confusion-table';
import { Disagreement } from './disagreement';
import { Dots } from './dots';
import { frontierOf } from './frontier';
import { ACCURACY, defaultQuestion, METRICS, type MetricName, shape } from './shape';
import { SummaryText } from './summary';
import { comparison, dataOf, findingOf, gapText, liveOf, pointsRange } from './tell';
import { placeOn, placesOf, planesOf, useBundle } from './use-bundle';
import type { Initial, PinView } from './view';

const slug = 'fairness';
const SLOTS = ['a', 'b'] as const;
type Slot = (typeof SLOTS)[number];

const nameOf = (slot: Slot) => (slot === 'a' ? 'A' : 'B');

const pinText = ({ x, accuracy, unseen }: PinView): string =>
  `gap ${gapText(x)}, right for ${formatPercent(accuracy)} in training, ${formatPercent(unseen)} held out`;

function Fairness({ initial }: { initial: Initial }) {
  const figure = useStudyState(slug, shape);
  const { state, set, pristine } = figure;
  const { touched, listeners } = useTouched();
  const [active, setActive] = useState<Slot>('a');
  const task = useGood(state.data, touched || !pristine);
  const dataset = datasetOf(state.data);
  const epsilon = state.epsilon || dataset.epsilon;
  const silent = dataset.protected.length === 0;
  const good = !silent && task.result?.study.dataset === dataset ? task.result : null;
  const person = state.person < 0 && state.data === initial.view.slug ? initial.person : state.person;
  const bundle = useBundle(state, good, epsilon, initial, person);
  const { view, question, axes, planes, cloud, brushed } = bundle;
  const shown = datasetOf(view.slug);
  const { pins } = view;
  useEffect(() => publishLive(slug, liveOf(view)), [view]);

  const whenReady = useWhenReady(good && cloud ? bundle : null);
  const pinNear = (slot: Slot, x: number, y: number, direction?: Direction) =>
    whenReady((ready) => {
      const model = nearestModel(ready.planes!.gaps, ready.view.all.count, x, y, direction);
      if (model === null) return;
      setActive(slot);
      set({ [slot]: modelAt(ready.cloud!.good, model) });
    });
  const attributes = dataset.protected.map(({ title }, i) => ({ value: String(i), text: title }));

  return (
    <div {...listeners}>
      <FigureFrame
        slug={slug}
        figure={{ ...figure, refused: [...figure.refused, ...(good ? bundle.unfit : [])] }}
        finding={findingOf(view, question, bundle.epsilon)}
        data={() => dataOf(cloud, view)}
        problem={task.problem}
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
            {!silent && (
              <>
                <Select<MetricName>
                  label="the share that is"
                  value={state.metric}
                  options={METRICS.map((value) => ({ value, text: metricWords(value, dataset) }))}
                  onChange={(metric) => set({ metric, brush: [] })}
                />
                <Select
                  label="across: groups by"
                  value={String(question.x)}
                  options={attributes}
                  onChange={(x) => set({ x: Number(x), brush: [] })}
                />
                <Select
                  label="up: groups by"
                  value={String(question.y)}
                  options={[
                    ...attributes.filter(({ value }) => value !== String(question.x)),
                    { value: String(ACCURACY), text: 'accuracy instead' },
                  ]}
                  onChange={(y) => set({ y: Number(y), brush: [] })}
                />
              </>
            )}
          </>
        }
      >
        {silent ? (
          <p className="empty">
            {dataset.title} tells of no groups of {dataset.person.many} to compare. Choose another table.
          </p>
        ) : (
          <div className="fairness-body" data-busy={task.busy && cloud !== null}>
            <p className="headline">
              <strong>{formatCount(view.all.count)}</strong> good models: the {comparison(view, question)} runs from{' '}
              {pointsRange(view.all.x)}.
            </p>
            <div className="gap-plane">
              <Dots
                axes={axes.gaps}
                label="Good models by their gaps between groups"
                places={planes?.gaps ?? null}
                count={view.all.count}
                brushed={brushed}
                picture={initial.gaps.picture}
              >
                <ZeroLines axes={axes.gaps} across={question.y !== ACCURACY} />
                <g className="frontier" aria-hidden="true">
                  {bundle.frontier.x.map((x, i) => (
                    <circle
                      // biome-ignore lint/suspicious/noArrayIndexKey: circles have nothing else
                      key={i}
                      cx={percent(x)}
                      cy={percent(1 - bundle.frontier.y[i])}
                      r="4"
                    />
                  ))}
                </g>
                <Brush
                  region={state.brush.length === 4 ? state.brush : []}
                  onChange={(brush) => set({ brush })}
                  onClick={(x, y) => pinNear(active, x, y)}
                />
                {SLOTS.map((slot, i) => {
                  const { x, y } = pins[i];
                  if (x === null || y === null) return null;
                  const [px, py] = [placeOn(axes.gaps.x, x), placeOn(axes.gaps.y, y)];
                  return (
                    <Marker
                      key={slot}
                      name={nameOf(slot)}
                      x={px}
                      y={py}
                      text={pinText(pins[i])}
                      onStep={(direction) => pinNear(slot, px, py, direction)}
                      onMove={(mx, my) => pinNear(slot, mx, my)}
                      onTake={() => setActive(slot)}
                    />
                  );
                })}
              </Dots>
            </div>
            <div className="right-plane">
              <Dots
                axes={axes.right}
                label="The same models by how often they are right, on training points and on points held out"
                places={planes?.right ?? null}
                count={view.all.count}
                brushed={brushed}
                picture={initial.right.picture}
              >
                {SLOTS.map((slot, i) => (
                  <g key={slot} className={`marker ${nameOf(slot)} fixed`} aria-hidden="true">
                    <circle
                      className="disc"
                      cx={percent(axes.right.x.place(pins[i].accuracy))}
                      cy={percent(1 - axes.right.y.place(pins[i].unseen))}
                      r="9"
                    />
                    <text
                      x={percent(axes.right.x.place(pins[i].accuracy))}
                      y={percent(1 - axes.right.y.place(pins[i].unseen))}
                      dy="0.36em"
                      textAnchor="middle"
                    >
                      {nameOf(slot)}
                    </text>
                  </g>
                ))}
              </Dots>
              <SummaryText view={view} onLift={() => set({ brush: [] })} onMark={() => set({ brush: MIDDLE })} />
            </div>
            <div className="pins">
              {SLOTS.map((slot, i) => (
                <ModelCard
                  key={slot}
                  name={nameOf(slot)}
                  lead={`${shown.yes} if`}
                  rules={pins[i].words}
                  facts={[
                    { term: 'right, training', value: formatPercent(pins[i].accuracy) },
                    { term: 'right, held out', value: formatPercent(pins[i].unseen) },
                    { term: 'gap across', value: gapText(pins[i].x) },
                  ]}
                >
                  {!pins[i].member && <p className="figure-note">Not within this tolerance any more.</p>}
                </ModelCard>
              ))}
              <ConfusionTable pins={pins} dataset={shown} />
            </div>
            <Disagreement view={view} dataset={shown} person={person} onPick={(row) => set({ person: row })} />
          </div>
        )}
        <DataNote dataset={silent ? dataset : shown} />
      </FigureFrame>
    </div>
  );
}

/** Where the groups fare alike. */
function ZeroLines({ axes: { x, y }, across }: { axes: { x: Axis; y: Axis }; across: boolean }) {
  const inPlot = (place: number) => place > 0 && place < 1;
  const [px, py] = [x.place(0), y.place(0)];
  return (
    <g className="zero" aria-hidden="true">
      {inPlot(px) && <line x1={percent(px)} x2={percent(px)} y1="0" y2="100%" />}
      {across && inPlot(py) && <line x1="0" x2="100%" y1={percent(1 - py)} y2={percent(1 - py)} />}
    </g>
  );
}

const figure: FigureModule<Initial> = {
  slug,
  Component: Fairness,
  async load(context) {
    const { data } = defaultsOf(shape);
    const good = await loadGood(context, data);
    const { epsilon } = good.study.dataset;
    const count = membersWithin(good, epsilon);
    const cloud = placeModels(good, defaultQuestion);
    const domain = domainOf(cloud, count);
    const front = frontierOf(cloud.judged, count);
    const [a, b] = tellingPair(cloud, count).map((k) => modelAt(good, k));
    const { planes } = planesOf(cloud, domain);
    const person = await defaultPerson(context, data);
    return {
      view: lookAt(cloud, { count, epsilon, brushed: null, frontier: front.length, pair: [a, b], person }),
      person,
      domain,
      frontier: placesOf(planes.gaps, front),
      gaps: { picture: dotPaths({ ...planes.gaps, count }) },
      right: { picture: dotPaths({ ...planes.right, count }) },
    };
  },
  live: ({ view }) => liveOf(view),
};

export default figure;
