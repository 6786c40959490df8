import type { FigureContext } from '../islands/figure-module';
import { HEIGHT, KNOT, WIDTH } from '../plane/board';

/** What is known of a labelled board at some degree. */
export interface Lifted {
  readonly separable: boolean;
  /** The positive side of a separating polynomial, as a path; empty when there is none. */
  readonly path: string;
  /** When inseparable: points that no polynomial of this degree separates, even alone. */
  readonly witnesses: readonly number[];
}

/** Step of the grid that the curve is traced on, in knots. */
const TRACE = 0.5;

/** An outline in knots as a path on the board. */
function outline(ring: readonly number[]): string {
  let path = '';
  for (let i = 0; i < ring.length; i += 2)
    path += `${i ? 'L' : 'M'}${Math.round(KNOT * ring[i])} ${Math.round(HEIGHT - KNOT * ring[i + 1])}`;
  return `${path}Z`;
}

/** Asks the engine for the curve, a matter of some 20 ms. Places go in knots: at small integers its features are exact. */
export async function liftBoard(
  { engine }: FigureContext,
  points: readonly number[],
  labels: readonly number[],
  degree: number,
): Promise<Lifted> {
  const board = { width: WIDTH / KNOT, height: HEIGHT / KNOT, step: TRACE };
  const inKnots = points.map((v) => v / KNOT);
  const { separable, rings, witnesses } = await engine.run('lift', { points: inKnots, labels, degree, board });
  return { separable, path: rings.map(outline).join(''), witnesses };
}

/** The two sides of a separating polynomial, and the curve between them. */
export function Curve({ path }: { path: string }) {
  return (
    <>
      <rect width={WIDTH} height={HEIGHT} className="half no" />
      <path className="side" d={path} />
    </>
  );
}

/** Rings about the points that no polynomial of this degree separates, even if there were no others. */
export function Witnesses({ points, witnesses }: { points: readonly number[]; witnesses: readonly number[] }) {
  const there = witnesses.filter((i) => 2 * i < points.length);
  const path = there.map((i) => `M${points[2 * i]} ${HEIGHT - points[2 * i + 1]}h0`).join('');
  return (
    <>
      <path className="witness" d={path} />
      <path className="witness hole" d={path} />
    </>
  );
}
