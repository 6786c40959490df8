import { separate } from '../../engine/cover/separable';
import { drawn } from '../plane/board';
import { listPoints } from '../plane/labelling';

/** Why no line makes a labelling: the hulls of a few positive and a few negative points meet (Radon). */
export interface ClashOf {
  readonly positive: readonly number[];
  readonly negative: readonly number[];
  /** A place in both hulls. */
  readonly x: number;
  readonly y: number;
}

/** The clash of a labelling that no line makes; null when a line makes it. */
export function findClash(points: Float64Array, signs: Int8Array): ClashOf | null {
  const proof = separate(points, 2, signs, { affine: true });
  if (proof.separable) return null;
  const part = (sign: number) => [...proof.points].filter((i) => signs[i] === sign).sort((a, b) => a - b);
  let [x, y, weight] = [0, 0, 0];
  proof.points.forEach((i, k) => {
    if (signs[i] < 0) return;
    x += proof.factors[k] * points[2 * i];
    y += proof.factors[k] * points[2 * i + 1];
    weight += proof.factors[k];
  });
  return { positive: part(1), negative: part(-1), x: x / weight, y: y / weight };
}

/** The clash in a sentence. */
export function clashWords({ positive, negative }: ClashOf): string {
  if (positive.length === 2 && negative.length === 2)
    return `the segment between the orange points ${listPoints(positive)} crosses the one between the blue points ${listPoints(negative)}. Points on one side of a line keep the whole segment between them there`;
  const [single, hull, one, many] =
    positive.length === 1 ? [positive, negative, 'orange', 'blue'] : [negative, positive, 'blue', 'orange'];
  if (hull.length === 1) return `points ${listPoints([...single, ...hull])} lie in one place`;
  const where = hull.length === 2 ? 'between' : 'inside the triangle of';
  return `the ${one} point ${listPoints(single)} lies ${where} the ${many} points ${listPoints(hull)}`;
}

/** Two hulls and the place where they meet, on the board. */
export function Clash({ clash, points }: { clash: ClashOf; points: ArrayLike<number> }) {
  const outline = (part: readonly number[]) => part.map((i) => drawn(points[2 * i], points[2 * i + 1])).join(' ');
  return (
    <g className="clash">
      <polygon points={outline(clash.positive)} className="yes" />
      <polygon points={outline(clash.negative)} className="no" />
      <path className="meeting" d={`M${drawn(clash.x, clash.y)}h0`} />
    </g>
  );
}
