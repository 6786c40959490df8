import { statSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { everyModel, instances, membersOf, thresholds } from '../ers/testing';
import { type ConstraintModel, constraintModel } from './constraint-model';
import { cpSatModel } from './cp-sat-model';
import { minizincModel } from './minizinc-model';
import { MEGABYTES, type PeerName } from './peer';
import { Message } from './protobuf';

/** What a solver finds, by trying every choice of rules. */
function solutions({ rules, groups, price, bound }: ConstraintModel): number {
  let found = 0;
  for (let set = 1; set < 2 ** rules; set++) {
    const chosen = (rule: number) => (set >> rule) & 1;
    let cost = 0;
    for (let rule = 0; rule < rules; rule++) cost += price * chosen(rule);
    for (const group of groups) if (group.rules.some(chosen)) cost += group.coefficient;
    if (cost <= bound) found++;
  }
  return found;
}

test('the solvers are asked for the Rashomon set', () => {
  const questions = instances({ maxPoints: 30 }).chain((instance) =>
    thresholds(instance).map((threshold) => ({ instance, ...threshold })),
  );
  fc.assert(
    fc.property(questions, ({ instance, lambda, theta }) => {
      let model: ConstraintModel;
      try {
        model = constraintModel(instance, lambda, theta);
      } catch (error) {
        // Heavy weights do not fit into 32 bits, and that is said.
        expect(error).toBeInstanceOf(RangeError);
        return;
      }
      expect(solutions(model)).toBe(membersOf(everyModel(instance, lambda), theta).length);
    }),
    { numRuns: 60 },
  );
});

test('MiniZinc is told every group and the bound', () => {
  const text = minizincModel({ rules: 3, groups: [{ rules: [0, 2], coefficient: -4 }], price: 5, bound: -2 });
  expect(text).toContain('var bool: c0 = exists([x[1], x[3]]);');
  expect(text).toContain('constraint 5 * sum(x) + -4 * c0 <= -2;');
});

test('numbers are written as protocol buffers write them', () => {
  expect([...new Message().int(1, 300).finish()]).toEqual([8, 0xac, 2]);
  expect([...new Message().ints(2, [0, 1]).finish()]).toEqual([18, 2, 0, 1]);
  expect([...new Message().int(1, -1).finish()]).toEqual([8, ...new Array(9).fill(255), 1]);
  expect([...new Message().double(1, 1).finish()]).toEqual([9, 0, 0, 0, 0, 0, 0, 240, 63]);
  expect(cpSatModel({ rules: 1, groups: [], price: 1, bound: 1 }).length).toBeGreaterThan(10);
});

const cpSat = (name: string) => ['wasm', 'js'].map((end) => `or-tools-wasm/build/javascript/wasm/${name}.${end}`);

const PACKAGES: Readonly<Record<PeerName, readonly (readonly string[])[]>> = {
  gecode: [['minizinc.wasm', 'minizinc.data', 'minizinc-worker.js'].map((file) => `minizinc/dist/${file}`)],
  'cp-sat': [cpSat('cp_sat_runtime'), cpSat('cp_sat_runtime_asyncify')],
};

test.each(Object.keys(PACKAGES) as PeerName[])('the size of %s is told right', (peer) => {
  const sizes = PACKAGES[peer].map((files) =>
    files.reduce((sum, file) => sum + statSync(new URL(`../../node_modules/${file}`, import.meta.url)).size / 1e6, 0),
  );
  expect(Math.min(...sizes)).toBeCloseTo(MEGABYTES[peer][0], 1);
  expect(Math.max(...sizes)).toBeCloseTo(MEGABYTES[peer][1], 1);
});
