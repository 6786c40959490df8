import { HEIGHT, WIDTH } from '../plane/board';
import { resize, SCATTERED } from '../plane/places';

export const LEAST = 3;
export const MOST = 12;

/** Its labellings that no line makes are XOR and its opposite. */
const SQUARE = [300, 175, 700, 175, 700, 575, 300, 575];

const ROW = [200, 550, 450, 400, 700, 250];

function polygon(n: number): number[] {
  return Array.from({ length: n }, (_, i) => {
    const angle = Math.PI / 2 + (2 * Math.PI * i) / n;
    return [Math.round(WIDTH / 2 + 300 * Math.cos(angle)), Math.round(HEIGHT / 2 + 300 * Math.sin(angle))];
  }).flat();
}

export const arrangements = ['general', 'line', 'square', 'polygon'] as const;
export type Arrangement = (typeof arrangements)[number];

/** The points of an arrangement; a square has four, the others any number. */
export function arrange(kind: Arrangement, n: number): number[] {
  if (kind === 'square') return SQUARE;
  if (kind === 'polygon') return polygon(n);
  if (kind === 'general') return SCATTERED.slice(0, 2 * n);
  return resize(ROW, n);
}

/** The arrangement that points are, if any. */
export const arrangementOf = (points: readonly number[]): Arrangement | undefined =>
  arrangements.find((kind) => arrange(kind, points.length / 2).join() === points.join());
