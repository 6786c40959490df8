import { type BitSet, hasBit } from '../../engine/bits/bitset';
import { totalWeight } from '../../engine/ers/instance';
import { SQUARE_DOT } from '../charts/square-dot';
import { labelWords, type Study } from '../study/study';
import type { Block } from './view';

/** Width of the training blocks side by side over their height. */
const ASPECT = 2.4;

/**
 * The people of a table in four blocks: positives and negatives, those that models are chosen by and those held out. The
 * training blocks are as wide as their weight, so that the area of a mark is what a mistake costs. Those whom most rules
 * of the pool capture come first.
 */
export function layOut({ mined, everyone, split, dataset }: Study): Block[] {
  const { labels, weights } = mined.instance;
  const captors = new Uint16Array(everyone.n);
  for (const { captured } of everyone.rules)
    for (let i = 0; i < everyone.n; i++) captors[i] += Number(hasBit(captured, i));
  const weight = [0, 0];
  for (let i = 0; i < mined.instance.n; i++) weight[Number(hasBit(labels, i))] += weights?.[i] ?? 1;
  const W = totalWeight(mined.instance);
  const words = labelWords(dataset);

  return [true, false].flatMap((positive) => {
    const people = (rows: Int32Array) =>
      [...rows].filter((i) => hasBit(everyone.labels, i) === positive).sort((a, b) => captors[b] - captors[a] || a - b);
    const [train, test] = [people(split.train), people(split.test)];
    const columns = Math.max(1, Math.round(Math.sqrt(train.length * ASPECT * (weight[Number(positive)] / W))));
    return [train, test].map((rows, held) => ({
      title: positive ? words.yes : words.no,
      heldOut: held === 1,
      positive,
      columns,
      rows: Math.ceil(rows.length / columns),
      people: rows,
    }));
  });
}

/** How much of its cell a mark takes. */
const CROSS = 0.32;

/** The marks of a block as SVG: squares where the rule set is right, crosses where it is wrong, by what it says. */
export function marksOf({ people, columns, positive }: Block, said: BitSet): string {
  const paths = { right: '', wrong: '' };
  const at = { right: [0, 0], wrong: [0, 0] };
  people.forEach((row, k) => {
    const kind = hasBit(said, row) === positive ? 'right' : 'wrong';
    const [x, y] = [k % columns, Math.floor(k / columns)];
    const move = `m${x - at[kind][0]} ${y - at[kind][1]}`;
    paths[kind] += move + (kind === 'right' ? SQUARE_DOT : CROSSED);
    at[kind] = [x, y];
  });
  const [right, wrong] = positive ? ['yes', 'no'] : ['no', 'yes'];
  return `<path class="right ${right}" d="M.5 .5${paths.right}"/><path class="wrong ${wrong}" d="M.5 .5${paths.wrong}"/>`;
}

/** A cross about the pen that comes back to where it began. */
const CROSSED = `m-${CROSS}-${CROSS}l${2 * CROSS} ${2 * CROSS}m0-${2 * CROSS}l-${2 * CROSS} ${2 * CROSS}m${CROSS}-${CROSS}`;
