import { scaleLinear } from 'd3-scale';
import { useEffect, useMemo, useState } from 'react';
import { countBits } from '../../engine/bits/bitset';
import { CanvasDots } from '../charts/canvas-dots';
import { dotPaths } from '../charts/dots';
import { type Axis, Plot, percent } from '../charts/plot';
import { DecimalSlider, decimalBetween } from '../controls/decimal-slider';
import { formatCount, formatPercent, formatPoints, formatShare } from '../format';
import { type FigureData, FigureFrame } from '../furniture/figure-frame';
import type { FigureModule, LiveValues } from '../islands/figure-module';
import { publishLive } from '../live-values';
import { type Direction, Marker, placeOf } from '../models/marker';
import { ModelCard } from '../models/model-card';
import { nearestModel } from '../models/nearest';
import { defaultsOf, isDefault } from '../permalink/state';
import { useFigureState } from '../permalink/use-figure-state';
import { useTask } from '../use-task';
import {
  type Cloud,
  contested,
  countWithin,
  deniedRates,
  domainOf,
  loadCloud,
  lookAt,
  modelAt,
  tellingPair,
} from './cloud';
import { PersonCard } from './person-card';
import { EPSILON_RANGE, EPSILONS, LAMBDA_RANGE, LAMBDAS, shape } from './shape';
import type { Domain, Initial, ModelView, View } from './view';

const slug = 'teaser';
const SETTLED_WITH = 'nothing yet';

/** How many contested applicants the reader can go through. */
const PEOPLE = 24;

const axes = (domain: Domain): { x: Axis; y: Axis } => {
  const x = scaleLinear([...domain.accuracy], [0, 1]);
  const y = scaleLinear([...domain.gap], [0, 1]);
  return {
    x: {
      place: x,
      ticks: x.ticks(5),
      format: (v) => `${Math.round(100 * v)}%`,
      title: 'right about the applications',
    },
    y: {
      place: y,
      ticks: y.ticks(5),
      format: (v) => `${Math.round(100 * v)}`,
      title: 'extra denials of Black applicants, in points',
    },
  };
};

function findingOf(view: View, epsilon: string): string {
  const [a, b] = view.models;
  return (
    `${formatCount(view.count)} rule sets come within ${epsilon} of the best; the gap in denials between Black and other applicants ` +
    `runs from ${formatPoints(view.range.gap[0])} to ${formatPoints(view.range.gap[1])} among them. Model A is right about ` +
    `${formatPercent(a.accuracy)} with a gap of ${formatPoints(a.gap)}, model B about ${formatPercent(b.accuracy)} with a gap of ` +
    `${formatPoints(b.gap)}. ${formatShare(view.person.share)} of the rule sets deny ${view.person.words}.`
  );
}

function liveOf(view: View, epsilon: string): LiveValues {
  const [a, b] = view.models;
  return {
    epsilon,
    count: formatCount(view.count),
    accuracyA: formatPercent(a.accuracy),
    accuracyB: formatPercent(b.accuracy),
    gapA: formatPoints(a.gap),
    gapB: formatPoints(b.gap),
    share: formatShare(view.person.share),
  };
}

const factsOf = (model: ModelView) => [
  { term: 'right', value: formatPercent(model.accuracy) },
  { term: 'denies, Black applicants', value: formatPercent(model.rates[0]) },
  { term: 'denies, others', value: formatPercent(model.rates[1]) },
  { term: 'gap', value: formatPoints(model.gap) },
];

function dataOf(cloud: Cloud | null, view: View): FigureData {
  const columns = ['rules', 'balanced accuracy', 'gap in denials'];
  if (!cloud) return { columns, rows: view.models.map((m) => [m.words.join('; or '), m.accuracy, m.gap]) };
  const rows = Array.from({ length: view.count }, (_, k) => [
    modelAt(cloud, k)
      .map((j) => cloud.mined.instance.rules[j].name)
      .join('; or '),
    cloud.accuracy[k],
    cloud.gap[k],
  ]);
  return { columns, rows };
}

function Teaser({ initial }: { initial: Initial }) {
  const figure = useFigureState(slug, shape);
  const { state, set } = figure;
  const [touched, setTouched] = useState(false);
  const awake = touched || !isDefault(shape, state);
  const task = useTask<Cloud | null>(
    state.lambda,
    (context, job) => loadCloud(context, state.lambda, job),
    { key: SETTLED_WITH, result: null },
    awake,
  );
  const cloud = task.result;
  // Until the first answer the numbers are those of the default, and must be called so.
  const epsilon = cloud ? state.epsilon : defaultsOf(shape).epsilon;
  const fallback = useMemo(() => ({ ...initial.pair, person: initial.contested[0] }), [initial]);
  const view = useMemo(
    () => (cloud ? lookAt(cloud, state, fallback) : initial.view),
    [cloud, state, fallback, initial],
  );
  const domain = useMemo(() => (cloud ? domainOf(cloud) : initial.domain), [cloud, initial]);
  const { x, y } = useMemo(() => axes(domain), [domain]);
  const places = useMemo(() => cloud && { x: cloud.accuracy.map(x.place), y: cloud.gap.map(y.place) }, [cloud, x, y]);
  const [a, b] = view.models;
  useEffect(() => publishLive(slug, liveOf(view, epsilon)), [view, epsilon]);

  const [active, setActive] = useState<'a' | 'b'>('a');
  const pick = (slot: 'a' | 'b', index: number | null) => {
    if (!cloud || index === null) return;
    setActive(slot);
    set({ [slot]: modelAt(cloud, index) });
  };
  const moveTo = (slot: 'a' | 'b') => (px: number, py: number) =>
    pick(slot, places && nearestModel(places, view.count, px, py));
  const step = (slot: 'a' | 'b') => (direction: Direction) => {
    const from = slot === 'a' ? a : b;
    pick(slot, places && nearestModel(places, view.count, x.place(from.accuracy), y.place(from.gap), direction));
  };
  const markers = [
    { slot: 'a', name: 'A', model: a },
    { slot: 'b', name: 'B', model: b },
  ] as const;
  const level = Math.abs(a.accuracy - b.accuracy) < 0.0005;

  return (
    <div onPointerMove={() => setTouched(true)} onFocus={() => setTouched(true)} onPointerDown={() => setTouched(true)}>
      <FigureFrame
        slug={slug}
        figure={figure}
        finding={findingOf(view, epsilon)}
        data={() => dataOf(cloud, view)}
        problem={task.problem}
        controls={
          <>
            <DecimalSlider
              label="tolerance"
              symbol="ε"
              value={state.epsilon}
              stops={EPSILONS}
              check={decimalBetween(...EPSILON_RANGE, 'ε')}
              onChange={(epsilon) => set({ epsilon })}
            />
            <DecimalSlider
              label="price of a rule"
              symbol="λ"
              value={state.lambda}
              stops={LAMBDAS}
              check={decimalBetween(...LAMBDA_RANGE, 'λ')}
              onChange={(lambda) => set({ lambda })}
            />
          </>
        }
      >
        <div className="teaser-body">
          <div className="teaser-cloud" data-busy={task.busy}>
            <p className="headline">
              <strong>{formatCount(view.count)}</strong> rule {view.count === 1 ? 'set comes' : 'sets come'} within{' '}
              {epsilon} of the best.
            </p>
            <Plot
              x={x}
              y={y}
              label={`Rule sets by how often they are right and by the gap in denials`}
              under={places && <CanvasDots {...places} count={view.count} radius={1.6} />}
            >
              {!places && (
                <svg
                  viewBox="0 0 320 320"
                  preserveAspectRatio="none"
                  className="static-dots"
                  // biome-ignore lint/security/noDangerouslySetInnerHtml: paths drawn by the build
                  dangerouslySetInnerHTML={{ __html: initial.picture ?? '' }}
                  suppressHydrationWarning
                />
              )}
              <g className="edges" aria-hidden="true">
                {view.edges.map(({ size, accuracy }, i) => (
                  <g key={size}>
                    <line x1={percent(x.place(accuracy))} x2={percent(x.place(accuracy))} y1="0" y2="100%" />
                    <text x={percent(x.place(accuracy))} y="100%" dx="4" dy="-6">
                      {size}
                      {i === 0 && (size === 1 ? ' rule' : ' rules')}
                    </text>
                  </g>
                ))}
              </g>
              <rect
                className="catcher"
                width="100%"
                height="100%"
                onPointerDown={(event) => moveTo(active)(...placeOf(event))}
              />
              {level && (
                <g className="between">
                  <line
                    x1={percent(x.place(a.accuracy))}
                    x2={percent(x.place(b.accuracy))}
                    y1={percent(1 - y.place(a.gap))}
                    y2={percent(1 - y.place(b.gap))}
                  />
                  <text
                    x={percent(x.place(a.accuracy))}
                    y={percent(1 - (y.place(a.gap) + y.place(b.gap)) / 2)}
                    dx="-10"
                    dy="0.35em"
                    textAnchor="end"
                  >
                    equally right, {formatPoints(a.gap - b.gap)} apart
                  </text>
                </g>
              )}
              {markers.map(({ slot, name, model }) => (
                <Marker
                  key={slot}
                  name={name}
                  x={x.place(model.accuracy)}
                  y={y.place(model.gap)}
                  text={`right about ${formatPercent(model.accuracy)}, gap ${formatPoints(model.gap)}`}
                  onStep={step(slot)}
                  onMove={moveTo(slot)}
                  onTake={() => setActive(slot)}
                />
              ))}
            </Plot>
          </div>
          <div className="teaser-cards">
            {markers.map(({ slot, name, model }) => (
              <ModelCard key={slot} name={name} lead="denies whoever has" rules={model.words} facts={factsOf(model)}>
                {!model.member && <p className="figure-note">Not within this tolerance any more.</p>}
              </ModelCard>
            ))}
            <PersonCard
              person={view.person}
              models={view.models}
              count={view.count}
              onNext={() => {
                const next =
                  initial.contested[(initial.contested.indexOf(view.person.index) + 1) % initial.contested.length];
                set({ person: next });
              }}
            />
          </div>
        </div>
      </FigureFrame>
    </div>
  );
}

const figure: FigureModule<Initial> = {
  slug,
  Component: Teaser,
  async load(context) {
    const state = defaultsOf(shape);
    const cloud = await loadCloud(context, state.lambda);
    const count = countWithin(cloud, state.epsilon);
    const pair = tellingPair(cloud, count);
    const people = (await contested(cloud, count, pair)).slice(0, PEOPLE);
    const [a, b] = pair.map((k) => modelAt(cloud, k));
    const domain = domainOf(cloud);
    const { x, y } = axes(domain);
    return {
      view: lookAt(cloud, state, { a, b, person: people[0] }),
      domain,
      n: cloud.mined.instance.n,
      denied: countBits(cloud.mined.instance.labels),
      deniedRates: deniedRates(cloud),
      pool: cloud.mined.instance.rules.length,
      pair: { a, b },
      contested: people,
      picture: dotPaths({ x: cloud.accuracy.map(x.place), y: cloud.gap.map(y.place), count }),
    };
  },
  live: ({ view, n, pool, denied, deniedRates: [first, second] }) => ({
    ...liveOf(view, defaultsOf(shape).epsilon),
    n: formatCount(n),
    pool: formatCount(pool),
    denied: formatCount(denied),
    emptyRight: formatShare(1 - denied / n),
    deniedFirst: formatPercent(first),
    deniedSecond: formatPercent(second),
  }),
};

export default figure;
