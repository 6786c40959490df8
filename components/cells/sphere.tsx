import { useId, useMemo } from 'react';
import type { SphereCells, Vector } from '../../engine/cover/sphere';
import type { Judged } from './model';
import { shadeOf } from './shade';
import { CHORD, cellPath, circlePath, isFront, project, RADIUS, type View } from './sphere-view';

interface Props {
  cells: SphereCells;
  judged: Judged;
  view: View;
  /** Points as unit vectors: each has a great circle. */
  normals: readonly Vector[];
  /** The picked model. */
  picked: Vector;
  pickedCell: number;
  /** The cell under the pointer. */
  hovered: number;
  /** The point whose great circle is to be told from the others. */
  point: number | null;
  /** A small picture: no writing. */
  small?: boolean;
}

/** Cells smaller than this share of the sphere carry no number. */
const LEGIBLE = 0.009;

/** One side of the sphere of models: cells by their errors, and the great circles of the points. */
export function Sphere({ cells, judged, view, normals, picked, pickedCell, hovered, point, small = false }: Props) {
  const shadow = useId();
  // hovering changes neither
  const { outlines, circles } = useMemo(
    () => ({
      outlines: cells.edges
        .map((edges, c) => ({ c, path: cellPath(edges, view, small ? 2 * CHORD : CHORD) }))
        .filter(({ path }) => path),
      circles: normals.flatMap((normal, i) => {
        const circle = circlePath(normal, view);
        return circle ? [{ i, ...circle }] : [];
      }),
    }),
    [cells, view, normals, small],
  );
  const [px, py] = project(view, picked);
  const numbers = small
    ? []
    : outlines.filter(
        ({ c }) =>
          cells.shares[c] > LEGIBLE && isDeep(view, cells.centres[c]) && !near(project(view, cells.centres[c]), px, py),
      );
  const names = small ? [] : spreadNames(circles.map(({ i, ends }) => ({ i, angle: upperAngle(view, ends) })));
  return (
    <svg viewBox="-112 -112 224 224" className={small ? 'sphere small' : 'sphere'} aria-hidden="true">
      {outlines.map(({ c, path }) => (
        <path key={c} d={path} style={shadeOf(c, judged).style} />
      ))}
      {circles.map(({ i, path }) => (
        <path key={i} d={path} className={i === point ? 'circle named' : 'circle'} />
      ))}
      <radialGradient id={shadow}>
        <stop offset="65%" stopColor="currentColor" stopOpacity="0" />
        <stop offset="100%" stopColor="currentColor" stopOpacity="0.16" />
      </radialGradient>
      <circle r={RADIUS} className="limb" fill={`url(#${shadow})`} />
      {[hovered, pickedCell].map((cell, k) => {
        const path = cell >= 0 && cellPath(cells.edges[cell], view);
        return path && <path key={k === 0 ? 'hovered' : 'picked'} d={path} className="cell-picked" />;
      })}
      {numbers.map(({ c }) => {
        const [x, y] = project(view, cells.centres[c]);
        return (
          <text key={c} x={round(x)} y={round(y)} dy="0.36em" className={shadeOf(c, judged).dark ? 'light' : ''}>
            {judged.errors[c]}
          </text>
        );
      })}
      {names.map(({ i, angle }) => (
        <text
          key={i}
          x={round(1.085 * RADIUS * Math.cos(angle))}
          y={round(-1.085 * RADIUS * Math.sin(angle))}
          dy="0.36em"
          className={i === point ? 'name named' : 'name'}
        >
          {i + 1}
        </text>
      ))}
      {isFront(view, picked) && <circle cx={round(px)} cy={round(py)} r={small ? 6 : 4} className="model" />}
    </svg>
  );
}

const round = (value: number) => Math.round(10 * value) / 10;
/** So near to the picked model that the two would cover each other. */
const near = ([x, y]: readonly [number, number], px: number, py: number): boolean => Math.hypot(x - px, y - py) < 8;
/** Far enough from the limb for a number. */
const isDeep = ({ toward }: View, [x, y, z]: Vector): boolean => toward[0] * x + toward[1] * y + toward[2] * z > 0.25;

/** Names on the rim stand at least so many radians apart. */
const APART = 0.11;

/** The angle of that end of a great circle which is higher on the rim. */
function upperAngle(view: View, ends: readonly Vector[]): number {
  const [x, y] = project(view, ends[0]);
  const angle = Math.atan2(-y, x);
  return angle < 0 ? angle + Math.PI : angle;
}

/** Moves names apart that would stand on each other, along the rim. */
function spreadNames(names: readonly { i: number; angle: number }[]): { i: number; angle: number }[] {
  const sorted = names.toSorted((a, b) => a.angle - b.angle);
  let last = Number.NEGATIVE_INFINITY;
  return sorted.map(({ i, angle }) => {
    last = Math.max(angle, last + APART);
    return { i, angle: last };
  });
}
