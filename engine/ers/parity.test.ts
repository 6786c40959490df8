import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyBits, setBit } from '../bits/bitset';
import { atOnce } from '../job';
import { createRandom } from '../random';
import { listByBruteForce, question } from './brute-force';
import { Cells } from './cells';
import { toModel } from './models';
import { drawParity, hashOf, satisfies } from './parity';
import { ParitySearch } from './parity-search';
import { parseRational } from './rational';
import { createSpace } from './space';

describe('hashOf', () => {
  it('adds up to the target for the sets that satisfy all constraints', () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 1, max: 9 }), fc.nat(6), (seed, m, k) => {
        const random = createRandom(seed);
        const constraints = Array.from({ length: k }, () => drawParity(random, m));
        const { columns, target, words } = hashOf(constraints, m);
        for (let value = 0; value < 2 ** m; value++) {
          let sum = 0;
          for (let p = 0; p < m; p++) if ((value >> p) & 1) sum ^= columns[p * words] ?? 0;
          const all = constraints.every((parity) => satisfies(Uint32Array.of(value), parity));
          expect(sum === (target[0] ?? 0)).toBe(all);
        }
      }),
      { numRuns: 400 },
    );
  });
});

describe('drawParity', () => {
  it('halves the sets with every constraint, each set and each pair with the right probability', () => {
    const sets = [0b1011, 0b0111].map((value) => Uint32Array.of(value));
    const times = [0, 0, 0];
    for (let seed = 0; seed < 4000; seed++) {
      const parity = drawParity(createRandom(seed), 4);
      const [a, b] = sets.map((set) => satisfies(set, parity));
      times[0] += +a;
      times[1] += +b;
      times[2] += +(a && b);
    }
    expect(Math.abs(times[0] - 2000)).toBeLessThan(150);
    expect(Math.abs(times[1] - 2000)).toBeLessThan(150);
    expect(Math.abs(times[2] - 1000)).toBeLessThan(130);
  });
});

describe('ParitySearch', () => {
  it('finds the members that satisfy the constraints, each once', () => {
    fc.assert(
      fc.property(question, fc.nat(), fc.nat(5), ({ instance, lambda, theta }, seed, k) => {
        const space = atOnce(createSpace(instance, parseRational(lambda), parseRational(theta)));
        const random = createRandom(seed);
        const constraints = Array.from({ length: k }, () => drawParity(random, space.m));
        const position = new Map(Array.from(space.order, (rule, p) => [rule, p]));
        const expected = listByBruteForce(instance, lambda, theta).filter(({ rules }) => {
          const set = emptyBits(space.m);
          for (const rule of rules) setBit(set, position.get(rule)!);
          return constraints.every((parity) => satisfies(set, parity));
        });
        const search = new ParitySearch(space, hashOf(constraints, space.m), Number.POSITIVE_INFINITY);
        while (!search.run(3));
        const byRules = (a: { rules: readonly number[] }, b: { rules: readonly number[] }) =>
          `${a.rules}` < `${b.rules}` ? -1 : 1;
        expect(search.found.map((found) => toModel(space, found)).sort(byRules)).toEqual(expected.sort(byRules));
      }),
      { numRuns: 2000 },
    );
  });

  it('takes more than 32 constraints', () => {
    const m = 40;
    const rules = Array.from({ length: m }, (_, j) => {
      const captured = emptyBits(m);
      setBit(captured, j);
      return { name: '', captured };
    });
    const instance = { n: m, labels: emptyBits(m), weights: null, rules };
    const space = atOnce(createSpace(instance, parseRational('0'), parseRational('1')));
    const random = createRandom(3);
    const constraints = Array.from({ length: 36 }, () => drawParity(random, m));
    const search = new ParitySearch(space, hashOf(constraints, m), Number.POSITIVE_INFINITY);
    while (!search.run(1000));
    expect(search.found).toHaveLength(2 ** (m - constraints.length));
    for (const { positions } of search.found) {
      expect(constraints.every((parity) => satisfies(positions, parity))).toBe(true);
    }
  });
});

describe('Cells', () => {
  it('are the same however they are asked for', async () => {
    await fc.assert(
      fc.asyncProperty(
        question,
        fc.nat(),
        fc.nat(7),
        fc.integer({ min: 1, max: 9 }),
        async (asked, seed, most, guess) => {
          const space = atOnce(createSpace(asked.instance, parseRational(asked.lambda), parseRational(asked.theta)));
          const cells = () => new Cells(space, createRandom(seed), most, () => undefined);
          if ((await cells().list(0)) !== null) return;
          const found = await cells().firstSmall(guess);
          expect(await cells().list(found.constraints - 1)).toBeNull();
          const names = (list: readonly { positions: Uint32Array }[] | null) =>
            list?.map((x) => `${x.positions}`).sort();
          expect(names(await cells().list(found.constraints))).toEqual(names(found.members));
        },
      ),
      { numRuns: 500 },
    );
  });
});
