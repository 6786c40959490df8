import { type CSSProperties, useEffect, useMemo, useRef } from 'react';
import type { Reliance } from '../../engine/multiplicity/reliance';
import { Segments, Select } from '../controls/choice';
import { DecimalSlider, decimalBetween } from '../controls/decimal-slider';
import { formatCount, formatPercent, formatShare } from '../format';
import { type FigureData, FigureFrame } from '../furniture/figure-frame';
import type { FigureContext, FigureModule, LiveValues } from '../islands/figure-module';
import { publishLive } from '../live-values';
import { ModelCard } from '../models/model-card';
import { defaultsOf } from '../permalink/state';
import { DataNote } from '../study/data-note';
import { datasetOf, epsilonStops, type Good, loadGood, membersWithin, widestEpsilon } from '../study/study';
import { TableSelect } from '../study/table-select';
import { useGood } from '../study/use-study';
import { useStudyState } from '../study/use-study-state';
import { useTouched } from '../study/use-touched';
import { useTask } from '../use-task';
import { Chart } from './chart';
import { type Cloud, cloudOf, lookAt } from './measure';
import { Pairs } from './pairs';
import { type Keep, shape } from './shape';
import type { Initial, ModelView, View } from './view';

const slug = 'importance';
const NOTHING = { key: 'nothing yet', result: null };

/** A reliance in points: "13.8 points". */
const pointsOf = (reliance: number): string => `${(100 * reliance).toFixed(1)} points`;

const pickedOf = ({ features, picked }: View) => features.find(({ column }) => column === picked)!;

function findingOf(view: View): string {
  const { title, least, most, best, share } = pickedOf(view);
  return (
    `Among ${formatCount(view.kept)} good models, swapping the values of “${title}” between people adds from ${pointsOf(least)} ` +
    `to ${pointsOf(most)} of mistakes; ${pointsOf(best)} for the best model. ${formatShare(share)} of the good models use it.`
  );
}

function liveOf(view: View): LiveValues {
  const { title, most, best, share } = pickedOf(view);
  const { relying, without } = view;
  return {
    members: formatCount(view.members),
    feature: title.toLowerCase(),
    most: pointsOf(most),
    best: pointsOf(best),
    share: formatShare(share),
    unusedCount: formatCount(Math.max(0, Math.round((1 - share) * view.members) - 1)),
    scrambled: relying ? formatPercent(relying.accuracy - relying.reliance) : '–',
    relyingSeen: relying ? formatPercent(relying.accuracy) : '–',
    relyingUnseen: relying ? formatPercent(relying.unseen) : '–',
    withoutSeen: without ? formatPercent(without.accuracy) : '–',
    withoutUnseen: without ? formatPercent(without.unseen) : '–',
    withoutRules: without ? String(without.words.length) : '–',
  };
}

function dataOf(cloud: Cloud | null, view: View): FigureData {
  if (!cloud) {
    const columns = ['column', 'share of models', 'least', 'most', 'best model'];
    return { columns, rows: view.features.map((f) => [f.title, f.share, f.least, f.most, f.best]) };
  }
  const rows = Array.from({ length: cloud.members }, (_, k) => [k + 1, ...cloud.reliance.map((values) => values[k])]);
  return { columns: ['model', ...cloud.columns], rows };
}

type Job = { signal?: AbortSignal; onProgress?: (p: { fraction: number }) => void };

async function measure({ engine }: FigureContext, good: Good, members: number, job?: Job): Promise<Cloud> {
  const { table, mined, split } = good.study;
  const models = { ...good.models, length: members };
  const reliance: Reliance = await engine.run('relianceOf', { models, table, mined, split }, job);
  return cloudOf(good, members, reliance);
}

function Importance({ initial }: { initial: Initial }) {
  const figure = useStudyState(slug, shape);
  const { state, set, pristine } = figure;
  const { touched, listeners } = useTouched();
  const task = useGood(state.data, touched || !pristine);
  const dataset = datasetOf(state.data);
  const epsilon = state.epsilon || dataset.epsilon;
  const good = task.result?.study.dataset === dataset ? task.result : null;
  const members = useMemo(() => (good ? membersWithin(good, epsilon) : 0), [good, epsilon]);
  const measured = useTask<Cloud | null>(
    `${state.data} ${members}`,
    (context, job) => measure(context, good!, members, job),
    NOTHING,
    good !== null,
  );
  const cloud = measured.result;
  const fits = cloud?.good.study.dataset === dataset;
  const last = useRef(initial.view);
  const view = useMemo(() => {
    if (!cloud || !fits) return last.current;
    last.current = lookAt(cloud, state.feature, state.keep);
    return last.current;
  }, [cloud, fits, state.feature, state.keep]);
  const shown = datasetOf(view.slug);
  const picked = pickedOf(view);
  useEffect(() => publishLive(slug, liveOf(view)), [view]);
  const unknown = fits && state.feature !== '' && !cloud.columns.includes(state.feature) ? ['feature'] : [];

  return (
    <div {...listeners}>
      <FigureFrame
        slug={slug}
        figure={{ ...figure, refused: [...figure.refused, ...unknown] }}
        finding={findingOf(view)}
        data={() => dataOf(cloud, view)}
        problem={task.problem ?? measured.problem}
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
            <Select
              label="feature"
              value={view.picked}
              options={view.features.map(({ column, title }) => ({ value: column, text: title }))}
              onChange={(feature) => set({ feature })}
            />
            <Segments<Keep>
              label="keep models"
              value={state.keep}
              options={[
                { value: 'all', text: 'all' },
                { value: 'with', text: 'with it' },
                { value: 'without', text: 'without it' },
              ]}
              onChange={(keep) => set({ keep })}
            />
          </>
        }
      >
        <div className="importance-body" data-busy={cloud !== null && (task.busy || measured.busy)}>
          <div className="importance-chart" style={{ '--rows': view.features.length } as CSSProperties}>
            <p className="headline">
              <strong>{formatCount(view.kept)}</strong> good models
              {state.keep !== 'all' && ` ${state.keep} “${picked.title}”`}, and how much each relies on a feature.{' '}
              <span className="best-sign" aria-hidden="true" /> the best model
            </p>
            {view.kept > 0 ? (
              <Chart view={view} onPick={(feature) => set({ feature })} />
            ) : (
              <p className="empty">
                No good model is {state.keep} “{picked.title}”.
              </p>
            )}
          </div>
          <div className="importance-models">
            <Model name="A" model={view.relying} title={picked.title} lead={`${shown.yes} if`} does="relies most on" />
            <Model name="B" model={view.without} title={picked.title} lead={`${shown.yes} if`} does="does without" />
          </div>
          <Pairs view={view} />
        </div>
        <DataNote dataset={shown} />
      </FigureFrame>
    </div>
  );
}

interface ModelProps {
  name: 'A' | 'B';
  model: ModelView | null;
  title: string;
  lead: string;
  does: string;
}

/** One of the two models that make the point about the picked column. */
function Model({ name, model, title, lead, does }: ModelProps) {
  if (!model)
    return (
      <p className="figure-note">
        No good model {does} “{title}”.
      </p>
    );
  return (
    <div>
      <p className="does">
        {name} {does} <b>{title}</b>
      </p>
      <ModelCard
        name={name}
        lead={lead}
        rules={model.words}
        facts={[
          { term: 'right, training', value: formatPercent(model.accuracy) },
          { term: 'right, held out', value: formatPercent(model.unseen) },
          { term: 'swapping adds', value: pointsOf(model.reliance) },
        ]}
      />
    </div>
  );
}

const figure: FigureModule<Initial> = {
  slug,
  Component: Importance,
  async load(context) {
    const { data, feature, keep } = defaultsOf(shape);
    const good = await loadGood(context, data);
    const members = membersWithin(good, good.study.dataset.epsilon);
    return { view: lookAt(await measure(context, good, members), feature, keep) };
  },
  live: ({ view }) => liveOf(view),
};

export default figure;
