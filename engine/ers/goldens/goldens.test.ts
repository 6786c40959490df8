import { describe, expect, it } from 'vitest';
import { count } from '../count';
import { enumerate } from '../enumerate';
import { parseInstance } from '../instance';
import { optimum } from '../optimum';
import { formatRational } from '../rational';
import { referenceSearch } from '../reference';
import { countTies } from '../ties';
import file from './synthetic.json';

interface Question {
  readonly lambda: string;
  readonly theta: string;
  readonly count: string;
  readonly emptyFeasible: boolean;
  readonly optimum: string;
  readonly optimumSets: number;
  readonly bySize: Readonly<Record<string, number>>;
}

const goldens: readonly { name: string; instance: object; questions: Question[] }[] = file as never;

describe('goldens', () => {
  for (const { name, instance: raw, questions } of goldens) {
    const instance = parseInstance(JSON.stringify(raw));
    it.each(questions)(`${name}: λ $lambda, θ $theta has $count members`, async (golden) => {
      const { lambda, theta } = golden;
      const counted = await count(instance, { lambda, theta });
      expect(String(counted.count)).toBe(golden.count);
      expect(counted.emptyFeasible).toBe(golden.emptyFeasible);
      const bySize = counted.bySize.flatMap((k, size) => (k ? [[size, Number(k)]] : []));
      expect(Object.fromEntries(bySize)).toEqual(golden.bySize);
      const best = await optimum(instance, { lambda });
      expect(best.optimum && formatRational(best.optimum)).toBe(golden.optimum);
      expect(await countTies(instance, lambda, best)).toBe(BigInt(golden.optimumSets));
      expect(best.models).toHaveLength(golden.optimumSets);
      expect((await enumerate(instance, { lambda, theta })).models).toHaveLength(Number(golden.count));
      expect(referenceSearch(instance, { lambda, theta }).count).toBe(Number(golden.count));
    });
  }
});
