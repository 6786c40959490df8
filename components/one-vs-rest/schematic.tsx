import { useMemo } from 'react';
import { ballPoints } from '../../engine/cover/one-vs-rest';
import { createRandom } from '../../engine/random';

/** Pixels of the disc's radius, and of the room around it. */
const R = 84;
const ROOM = 16;
const SIZE = 2 * (R + ROOM);

/** How far out x lies, and in which direction: up and to the right. */
const X_AT = 0.95;
const ANGLE = 52;

const OTHERS = 70;

/** The proof as a picture, in two dimensions: whatever lies beyond the hyperplane lies in the half ball on it. */
export function Schematic({ r }: { r: number }) {
  const others = useMemo(() => ballPoints(createRandom(7), OTHERS, 2), []);
  const rho = Math.sqrt(1 - r * r);
  const [ux, uy] = [Math.cos((ANGLE * Math.PI) / 180), Math.sin((ANGLE * Math.PI) / 180)];
  // along x's direction by a, at a right angle to it by b
  const at = (a: number, b: number): [number, number] => [R * (a * ux - b * uy), -R * (a * uy + b * ux)];
  const point = (a: number, b: number) =>
    at(a, b)
      .map((v) => v.toFixed(1))
      .join(' ');
  const below = Array.from({ length: OTHERS }, (_, i) => [others[2 * i], others[2 * i + 1]]).filter(
    ([x, y]) => x * ux + y * uy < r - 0.03,
  );
  const [xx, xy] = at(Math.min(0.99, Math.max(X_AT, r + 0.02)), 0);
  const [rx, ry] = at(r / 2, 0.1);
  const [px, py] = at(r - 0.11, -rho / 2);
  return (
    <svg
      className="schematic"
      aria-hidden="true"
      viewBox={`${-SIZE / 2} ${-SIZE / 2} ${SIZE} ${SIZE}`}
      width={SIZE}
      height={SIZE}
    >
      <circle className="ball" r={R} />
      <path className="half-ball" d={`M${point(r, rho)}A${R * rho} ${R * rho} 0 0 1 ${point(r, -rho)}Z`} />
      <path className="cap" d={`M${point(r, rho)}A${R} ${R} 0 0 1 ${point(r, -rho)}Z`} />
      <path className="others" d={below.map(([x, y]) => `M${(R * x).toFixed(1)} ${(-R * y).toFixed(1)}h0`).join('')} />
      <path className="radius" d={`M0 0L${point(r, 0)}`} />
      <path className="plane-edge" d={`M${point(r, 1.12 * rho)}L${point(r, -1.12 * rho)}`} />
      <circle className="picked-point" cx={xx} cy={xy} r="5" />
      <text className="picked" x={xx + 10} y={xy - 4}>
        x
      </text>
      <text x={rx} y={ry} textAnchor="middle">
        r
      </text>
      <text x={px} y={py} textAnchor="middle" dy="0.3em">
        ρ
      </text>
    </svg>
  );
}
