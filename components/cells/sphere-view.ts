import { alongEdge, type Edge, type Vector } from '../../engine/cover/sphere';

/** A way to look at the sphere: three unit vectors at right angles. */
export interface View {
  readonly right: Vector;
  readonly up: Vector;
  /** From the centre to the eye. */
  readonly toward: Vector;
}

/** Radius of the drawn sphere. */
export const RADIUS = 100;
/** Arcs are drawn as chords of at most so many radians. */
export const CHORD = 0.13;

const dot = (a: Vector, b: Vector) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
const mix = (a: Vector, s: number, b: Vector, t: number): Vector => [
  s * a[0] + t * b[0],
  s * a[1] + t * b[1],
  s * a[2] + t * b[2],
];
const cross = (a: Vector, b: Vector): Vector => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];
export const unit = (a: Vector): Vector => mix(a, 1 / Math.hypot(...a), a, 0);

/** The unit vector at a longitude and a latitude, in degrees. */
export function fromDegrees(longitude: number, latitude: number): Vector {
  const [lon, lat] = [(longitude * Math.PI) / 180, (latitude * Math.PI) / 180];
  return [Math.cos(lat) * Math.cos(lon), Math.cos(lat) * Math.sin(lon), Math.sin(lat)];
}

/** Longitude in 0..360 and latitude of a vector, in degrees. */
export function toDegrees([x, y, z]: Vector): [number, number] {
  const longitude = (Math.atan2(y, x) * 180) / Math.PI;
  return [(longitude + 360) % 360, (Math.atan2(z, Math.hypot(x, y)) * 180) / Math.PI];
}

/** Looking at a longitude and latitude, north up. */
export function viewOf(longitude: number, latitude: number): View {
  const toward = fromDegrees(longitude, latitude);
  return { right: fromDegrees(longitude + 90, 0), up: fromDegrees(longitude, latitude + 90), toward };
}

export const farSide = ({ right, up, toward }: View): View => ({
  right: mix(right, -1, right, 0),
  up,
  toward: mix(toward, -1, toward, 0),
});

export const isFront = (view: View, v: Vector): boolean => dot(view.toward, v) > 0;

/** Where a direction is drawn, x to the right and y downwards, from −100 to 100. */
export const project = (view: View, v: Vector): [number, number] => [
  RADIUS * dot(view.right, v),
  -RADIUS * dot(view.up, v),
];

/** The direction drawn at (x, y) on the near side; null beside the sphere. */
export function unproject(view: View, x: number, y: number): Vector | null {
  const [u, v] = [x / RADIUS, -y / RADIUS];
  const rest = 1 - u * u - v * v;
  if (rest < 0) return null;
  return mix(mix(view.right, u, view.up, v), 1, view.toward, Math.sqrt(rest));
}

const round = (value: number) => Math.round(10 * value) / 10;
const pathOf = (view: View, line: readonly Vector[]): string =>
  line.map((v) => project(view, v).map(round).join(' ')).join('L');

/** The near part of a cell as a closed path; empty when it lies on the far side. */
export function cellPath(edges: readonly Edge[], view: View, chord = CHORD): string {
  const outline = edges.flatMap((edge) => {
    const parts = Math.ceil(edge.length / chord);
    return Array.from({ length: parts }, (_, k) => alongEdge(edge, (edge.length * k) / parts));
  });
  const depth = outline.map((v) => dot(view.toward, v));
  const near: Vector[] = [];
  outline.forEach((v, k) => {
    const next = (k + 1) % outline.length;
    if (depth[k] > 0) near.push(v);
    if (depth[k] > 0 === depth[next] > 0) return;
    const t = depth[k] / (depth[k] - depth[next]);
    near.push(unit(mix(v, 1 - t, outline[next], t)));
  });
  return near.length < 3 ? '' : `M${pathOf(view, alongLimb(near, view))}Z`;
}

/** Puts points of the limb between two neighbours that both lie on it. */
function alongLimb(outline: readonly Vector[], view: View): Vector[] {
  const onLimb = (v: Vector) => Math.abs(dot(view.toward, v)) < 1e-9;
  return outline.flatMap((v, k) => {
    const next = outline[(k + 1) % outline.length];
    if (!onLimb(v) || !onLimb(next)) return [v];
    const angle = Math.acos(Math.max(-1, Math.min(1, dot(v, next))));
    const parts = Math.ceil(angle / CHORD);
    return Array.from({ length: parts }, (_, part) =>
      part === 0 ? v : unit(mix(v, Math.sin((angle * (parts - part)) / parts), next, Math.sin((angle * part) / parts))),
    );
  });
}

/** The near half of the great circle at a right angle to a vector, and its two ends on the limb. */
export function circlePath(normal: Vector, view: View): { path: string; ends: readonly [Vector, Vector] } | null {
  const axis = cross(normal, view.toward);
  if (Math.hypot(...axis) < 1e-9) return null;
  const start = unit(axis);
  const top = unit(mix(view.toward, dot(normal, normal), normal, -dot(view.toward, normal)));
  const parts = Math.ceil(Math.PI / CHORD);
  const arc = Array.from({ length: parts + 1 }, (_, k) => {
    const angle = (Math.PI * k) / parts;
    return mix(start, Math.cos(angle), top, Math.sin(angle));
  });
  return { path: `M${pathOf(view, arc)}`, ends: [start, mix(start, -1, start, 0)] };
}

/** A direction moved to the right and up, as seen, by about so many radians. */
export function nudge(view: View, v: Vector, right: number, up: number): Vector {
  return unit(mix(mix(v, 1, view.right, right), 1, view.up, up));
}
