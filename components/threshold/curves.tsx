import { normalCdf } from '../../engine/cover/special';
import { percent } from '../charts/plot';
import { Curves, curvePath } from '../trials/chance-plot';
import { along, alongBetween, type CurvePoint } from './view';

/** Φ(−x) along the axis of deviations, which is also what all curves tend to. */
const NORMAL = curvePath(Array.from({ length: 61 }, (_, i) => [i / 60, normalCdf(3 - i / 10)]));

export interface Curve {
  readonly d: number;
  readonly points: readonly CurvePoint[];
  readonly picked: boolean;
}

interface Props {
  curves: readonly Curve[];
  /** From 0, points per coefficient, to 1, deviations. */
  turn: number;
}

/** The exact curves. */
export function ExactCurves({ curves, turn }: Props) {
  return (
    <Curves>
      <path className="broad-curve" d={NORMAL} style={{ opacity: turn }} />
      {curves.map(({ d, points, picked }) => (
        <path
          key={d}
          className={picked ? 'curve picked' : 'curve'}
          d={curvePath(points.map(({ n, chance }) => [alongBetween(turn, n, d), chance]))}
        />
      ))}
    </Curves>
  );
}

/** Where on the ratio axis the names of the family stand, and how low that of the picked curve. */
const NAME_AT: Readonly<Record<number, number>> = { 2: 2.72, 10: 2.45 };
const PICKED_LEVEL = 0.1;

/** A place on a curve at some ratio N / d, between the points. */
function placeAt({ d, points }: Curve, ratio: number): readonly [number, number] {
  const before = points[Math.min(points.length - 2, Math.max(0, Math.floor(ratio * d) - 1))];
  const after = points[before.n];
  const share = ratio * d - before.n;
  return [along('ratio', ratio), before.chance + share * (after.chance - before.chance)];
}

/** Names the curves on the axis of ratios: the family above its curves, the picked one below on its way down. */
export function CurveNames({ curves, turn }: Props) {
  return curves.map((curve) => {
    const low = curve.points.find(({ chance }) => chance < PICKED_LEVEL);
    const ratio = curve.picked ? Math.min(2.97, low ? low.n / curve.d : 3) : NAME_AT[curve.d];
    const [x, y] = placeAt(curve, ratio);
    return (
      <text
        key={curve.d}
        className={curve.picked ? 'name picked' : 'name'}
        x={percent(x)}
        y={percent(1 - y)}
        dx={curve.picked ? -10 : 4}
        dy={curve.picked && curve.d > 1 ? 6 : -12}
        textAnchor={curve.picked ? 'end' : 'start'}
        style={{ opacity: 1 - turn }}
      >
        d = {curve.d}
      </text>
    );
  });
}
