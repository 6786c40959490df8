import { type BitSet, hasBit } from '../../engine/bits/bitset';
import { objective } from '../../engine/ers/allowance';
import { totalWeight } from '../../engine/ers/instance';
import { modelSize } from '../../engine/ers/model-list';
import { parseRational, toNumber } from '../../engine/ers/rational';
import { personWords } from '../../engine/rules/words';
import { predict } from '../models/answers';
import { wordsOf } from '../study/judge';
import { type Good, modelAt } from '../study/study';
import { closestChanges } from './closest';
import type { Change, GroupView, Paths, PersonView, View } from './view';

/** Everybody in the order of the share of good models that say yes. */
export interface Strip {
  readonly good: Good;
  readonly members: number;
  /** For every point how many members say yes to it. */
  readonly yes: Float64Array;
  /** Points by rank, and the rank of each. */
  readonly order: Int32Array;
  readonly rank: Int32Array;
  /** What the best model, and the one that differs most from it, say to everybody. */
  readonly best: BitSet;
  readonly farthest: BitSet;
  readonly farthestRules: readonly number[];
  readonly discrepancy: number;
}

export function orderPeople(good: Good, members: number, yes: Float64Array): Strip {
  const order = Int32Array.from(yes.keys()).sort((a, b) => yes[a] - yes[b] || a - b);
  const rank = new Int32Array(order.length);
  order.forEach((row, r) => {
    rank[row] = r;
  });
  let far = 0;
  for (let k = 1; k < members; k++) if (good.distances[k] > good.distances[far]) far = k;
  const { everyone } = good.study;
  const farthestRules = modelAt(good, far);
  return {
    good,
    members,
    yes,
    order,
    rank,
    best: predict(everyone, modelAt(good, 0)),
    farthest: predict(everyone, farthestRules),
    farthestRules,
    discrepancy: good.distances[far],
  };
}

const WIDTH = 1000;
const HEIGHT = 100;
/** Ticks are longer than the box is high, so that it cuts them. */
const fixed = (value: number): string => String(Number(value.toFixed(1)));

/** Where somebody of a rank stands, from 0 to 1: in the middle of their place. */
export const placeOf = (rank: number, people: number): number => (rank + 0.5) / people;

/** The area under the curve of shares, and the rugs under it. */
export function pathsOf({ good, members, yes, order, best, farthest }: Strip, attribute: number): Paths {
  const n = order.length;
  let area = `M0 ${HEIGHT}`;
  for (let r = 0; r < n; r++) {
    if (r > 0 && yes[order[r]] === yes[order[r - 1]]) continue;
    area += `H${fixed((WIDTH * r) / n)}V${fixed(HEIGHT * (1 - yes[order[r]] / members))}`;
  }
  const ticks = (test: (row: number) => boolean) => {
    let [d, last] = [`M0 ${HEIGHT}`, 0];
    order.forEach((row, r) => {
      const x = Math.round(WIDTH * placeOf(r, n));
      if (x === last || !test(row)) return;
      d += `m${x - last}-${HEIGHT}v${HEIGHT}`;
      last = x;
    });
    return d;
  };
  const { everyone, attributes } = good.study;
  const group = attributes[attribute]?.groups[0].points;
  return {
    yes: `${area}H${WIDTH}V${HEIGHT}Z`,
    labels: ticks((row) => hasBit(everyone.labels, row)),
    best: ticks((row) => hasBit(best, row)),
    reversed: ticks((row) => hasBit(best, row) !== hasBit(farthest, row)),
    group: group ? ticks((row) => hasBit(group, row)) : '',
  };
}

/** How many of the nearest models that change an answer are told. */
const TOLD = 2;

function personOf({ good, members, yes, rank, best }: Strip, row: number): PersonView {
  const { study, models } = good;
  const { everyone, table, dataset, split, mined } = study;
  const captors = everyone.rules.map(({ captured }) => hasBit(captured, row));
  const base = modelAt(good, 0);
  const lambda = parseRational(dataset.lambda);
  const cost = (k: number) =>
    toNumber(objective(totalWeight(mined.instance), lambda, models.mistakes[k], modelSize(models, k)));
  const changes = closestChanges(models, members, captors, TOLD).map(({ model }): Change => {
    const rules = modelAt(good, model);
    return {
      removed: wordsOf(
        study,
        base.filter((j) => !rules.includes(j)),
      ),
      added: wordsOf(
        study,
        rules.filter((j) => !base.includes(j)),
      ),
      worse: cost(model) - cost(0),
      reversed: good.distances[model],
    };
  });
  return {
    row,
    rank: rank[row],
    words: personWords(table, row, dataset),
    positive: hasBit(everyone.labels, row),
    heldOut: split.test.includes(row),
    yes: yes[row],
    bestSaysYes: hasBit(best, row),
    because: wordsOf(
      study,
      base.filter((j) => captors[j]),
    ),
    changes,
  };
}

/** What the figure says in a state. */
export function lookAt(strip: Strip, attribute: number, person: number): View {
  const { good, members, yes, farthestRules, discrepancy } = strip;
  const { study } = good;
  const isContested = (row: number) => yes[row] > 0 && yes[row] < members;
  const tell = (name: string, rows: ArrayLike<number>): GroupView => ({
    name,
    people: rows.length,
    contested: Array.from(rows).filter(isContested).length,
  });
  const everybody = [...yes.keys()];
  return {
    slug: study.dataset.slug,
    people: everybody.length,
    members,
    none: everybody.filter((row) => yes[row] === 0).length,
    all: everybody.filter((row) => yes[row] === members).length,
    heldOut: tell('', study.split.test),
    groups: (study.attributes[attribute]?.groups ?? []).map(({ name, points }) =>
      tell(
        name,
        everybody.filter((row) => hasBit(points, row)),
      ),
    ),
    discrepancy,
    farthest: wordsOf(study, farthestRules),
    person: personOf(strip, person),
  };
}
