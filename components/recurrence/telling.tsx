import { shortfallWords } from '../plane/collinear';
import { listPoints } from '../plane/labelling';
import type { Family, Moment } from './story';

/** What the story says at a moment. */
export function tell({ recurrence, parents, split }: Family, { stage, met }: Moment): string {
  const n = recurrence.parents.points;
  const [before, after] = [parents.length, recurrence.children.count];
  switch (stage) {
    case 0:
      return `${n} points, ${before} dichotomies. Every picture in the tree is one of them, with a line that makes it.`;
    case 1:
      return `Here comes a new point, y. For how many of the ${before} dichotomies can y still get either colour? Make a guess before you go on.`;
    case 2:
      return `Turn a line about y. Each time it sweeps over an old point it makes another dichotomy, and a full turn sweeps over each of them twice: ${met} so far.`;
    case 3:
      return `Each of these ${split} has two children. A line that runs through y need only be nudged to one side of it or to the other; the old points keep their colours.`;
    case 4:
      return `The other ${before - split} have one child. If two lines with the same old colours had y on different sides, the one could be moved into the other, and on the way it would run through y.`;
    default:
      return `${before} parents, and one child more for each of the ${split} that split: ${before} + ${split} = ${after}.`;
  }
}

/** Why the counts are not Cover's, when the points are not in general position; empty when they are. */
export function degenerateWords({ recurrence, split }: Family): string {
  const n = recurrence.parents.points;
  const all = recurrence.children.shortfall;
  const withY = [...all.coincident, ...all.collinear].filter(({ points }) => points.includes(n));
  const old = shortfallWords(recurrence.parents.shortfall);
  const others = (points: readonly number[]) => listPoints(points.filter((i) => i !== n));
  const reasons = withY.map(({ points }) =>
    all.coincident.some((pair) => pair.points === points)
      ? `y lies on point ${others(points)}, so it always has that point’s colour.`
      : `y lies on one line with points ${others(points)}: a line about y sweeps over them at once and makes ${split} dichotomies, not ${2 * n}.`,
  );
  return [old, ...reasons].filter(Boolean).join(' ');
}
