import { useMemo, useRef } from 'react';
import type { Axis } from '../charts/plot';
import type { StateOf } from '../permalink/state';
import { datasetOf, type Good, membersWithin, modelAt } from '../study/study';
import { gapAxes, rightAxes } from './axes';
import { inside } from './brush';
import { type Cloud, domainOf, lookAt, placeModels, type Question, tellingPair } from './cloud';
import type { Placed } from './dots';
import { frontierOf } from './frontier';
import { defaultQuestion, type shape } from './shape';
import type { Domain, Initial, Places, View } from './view';

type State = StateOf<typeof shape>;
type Axes = { x: Axis; y: Axis };

/** All that is drawn in a state. */
export interface Bundle {
  readonly view: View;
  readonly question: Question;
  readonly epsilon: string;
  readonly axes: { readonly gaps: Axes; readonly right: Axes };
  readonly frontier: Places;
  /** Missing in the static page. */
  readonly cloud: Cloud | null;
  readonly planes: { readonly gaps: Placed; readonly right: Placed } | null;
  readonly brushed: readonly number[] | null;
  /** Keys of the state that name rules or people which the table does not have. */
  readonly unfit: readonly string[];
}

/** Where a value of a linear axis lies: the same to the last bit for a pin as for its dot. */
export const placeOn = ({ place }: Axis, value: number): number => place(0) + (place(1) - place(0)) * value;

function placesOn({ place }: Axis, values: Float64Array): Float64Array {
  const [start, unit] = [place(0), place(1) - place(0)];
  return values.map((value) => start + unit * value);
}

/** Both planes of a cloud, from 0 to 1. */
export function planesOf({ x, y, good, question }: Cloud, domain: Domain) {
  const axes = { gaps: gapAxes(good.study.dataset, question, domain), right: rightAxes(domain) };
  return {
    axes,
    planes: {
      gaps: { x: placesOn(axes.gaps.x, x), y: placesOn(axes.gaps.y, y) },
      right: { x: placesOn(axes.right.x, good.accuracy), y: placesOn(axes.right.y, good.unseen) },
    },
  };
}

export const placesOf = ({ x, y }: Placed, models: readonly number[]): Places => ({
  x: models.map((k) => x[k]),
  y: models.map((k) => y[k]),
});

function initialBundle({ view, domain, frontier: places }: Initial): Bundle {
  const dataset = datasetOf(view.slug);
  return {
    view,
    question: defaultQuestion,
    epsilon: dataset.epsilon,
    axes: { gaps: gapAxes(dataset, defaultQuestion, domain), right: rightAxes(domain) },
    frontier: places,
    cloud: null,
    planes: null,
    brushed: null,
    unfit: [],
  };
}

/** What a state shows; while its table is loading, what was shown before. */
export function useBundle(state: State, good: Good | null, epsilon: string, initial: Initial, person: number): Bundle {
  const { metric, x, y, brush, a, b } = state;
  const count = useMemo(() => (good ? membersWithin(good, epsilon) : 0), [good, epsilon]);
  // The axes stand still while ε is below the table's own.
  const shown = useMemo(() => good && Math.max(count, membersWithin(good, good.study.dataset.epsilon)), [good, count]);
  const cloud = useMemo(() => good && placeModels(good, { metric, x, y }), [good, metric, x, y]);
  const drawn = useMemo(() => cloud && planesOf(cloud, domainOf(cloud, shown!)), [cloud, shown]);
  const front = useMemo(() => cloud && frontierOf(cloud.judged, count), [cloud, count]);
  const telling = useMemo(() => cloud && tellingPair(cloud, count), [cloud, count]);
  const brushed = useMemo(() => {
    if (!drawn || brush.length !== 4) return null;
    const { gaps } = drawn.planes;
    return Array.from({ length: count }, (_, k) => k).filter((k) => inside(brush, gaps.x[k], gaps.y[k]));
  }, [drawn, brush, count]);

  const last = useRef<Bundle | null>(null);
  return useMemo(() => {
    if (cloud && drawn && front && telling) {
      const { study } = cloud.good;
      const m = study.mined.rules.length;
      const fits = (rules: readonly number[]) => rules.every((rule) => rule < m);
      const pick = (rules: readonly number[], k: number) =>
        rules.length > 0 && fits(rules) ? rules : modelAt(cloud.good, k);
      const pair = [pick(a, telling[0]), pick(b, telling[1])] as const;
      last.current = {
        view: lookAt(cloud, { count, epsilon, brushed, frontier: front.length, pair, person }),
        question: cloud.question,
        epsilon,
        axes: drawn.axes,
        frontier: placesOf(drawn.planes.gaps, front),
        cloud,
        planes: drawn.planes,
        brushed,
        unfit: [...(fits(a) ? [] : ['a']), ...(fits(b) ? [] : ['b']), ...(person >= study.table.n ? ['person'] : [])],
      };
    }
    return last.current ?? initialBundle(initial);
  }, [cloud, drawn, front, telling, brushed, count, epsilon, a, b, person, initial]);
}
