import { pacer } from '../job';
import type { Random } from '../random';
import type { Diagram } from './diagram';
import { endOf, type Keep, memberBounds } from './diagram-count';
import type { Model } from './models';

/** Uniform on 0 .. n − 1 for an integer n up to 2^53, without bias. */
function below53(random: Random, n: number): number {
  const limit = 2 ** 53 - (2 ** 53 % n);
  let x: number;
  do x = random.uniform() * 2 ** 53;
  while (x >= limit);
  return x % n;
}

/** Uniform on 0 .. n − 1 for any n. */
export function belowBig(random: Random, n: bigint): bigint {
  const bits = n.toString(2).length;
  for (;;) {
    let x = 0n;
    for (let have = 0; have < bits; have += 32) x = (x << 32n) | BigInt(random.uint32());
    x >>= BigInt((32 - (bits % 32)) % 32);
    if (x < n) return x;
  }
}

/**
 * Draws members of a compiled set with exactly equal probability: down from the root, each edge in proportion to the
 * members below it. Beyond 2^53 those numbers are rounded up; what they exceed their parts by is refused, and the walk begun
 * again, which leaves every member the same probability, one in the root's number.
 * Returns null when there is no member.
 */
export async function uniformSampler(
  diagram: Diagram,
  { keep, signal }: { keep?: Keep; signal?: AbortSignal } = {},
): Promise<((random: Random) => Model) | null> {
  const { layers, space } = diagram;
  const below = await memberBounds(diagram, pacer(signal), keep);
  const total = below[0][0];
  if (!(total > 0)) return null;
  if (total === Number.POSITIVE_INFINITY) throw new RangeError('more than 10^308 models: too many to draw from');
  const bigTotal = BigInt(total);

  const walk = (random: Random): Model | null => {
    const rules: number[] = [];
    let state = 0;
    let p = 0;
    const step = (taking: boolean) => {
      const { skip, take } = layers[p];
      if (taking) rules.push(space.order[p]);
      state = (taking ? take : skip)[state];
      p++;
    };
    const membersAt = (edge: Int32Array) => (edge[state] < 0 ? 0 : below[p + 1][edge[state]]);
    let ticket: number;
    if (total < 2 ** 53) {
      ticket = below53(random, total);
    } else {
      let rest = belowBig(random, bigTotal);
      while (below[p][state] >= 2 ** 53) {
        const taken = BigInt(membersAt(layers[p].take));
        const taking = rest < taken;
        if (!taking) rest -= taken;
        if (!taking && rest >= BigInt(membersAt(layers[p].skip))) return null;
        step(taking);
      }
      ticket = Number(rest);
    }
    while (p < space.m) {
      const taken = membersAt(layers[p].take);
      const taking = ticket < taken;
      if (!taking) ticket -= taken;
      step(taking);
    }
    return { rules: rules.sort((a, b) => a - b), mistakes: endOf(diagram, state).mistakes };
  };

  return (random) => {
    for (;;) {
      const model = walk(random);
      if (model) return model;
    }
  };
}
