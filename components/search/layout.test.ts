import { describe, expect, it } from 'vitest';
import { referenceSearch } from '../../engine/ers/reference';
import { fourteenRules } from '../../engine/ers/testing';
import { layOut, nearestEntry } from './layout';
import { pathsOf, wayTo } from './paths';
import { findEntry, rulesOf, type Trace } from './view';

const rules = 8;
const instance = { ...fourteenRules, rules: fourteenRules.rules.slice(0, rules) };

function traceOf(lambda: string, theta: string): Trace {
  const { trace } = referenceSearch(instance, { lambda, theta, trace: 2 ** rules });
  return {
    parent: trace.map((node) => node.parent),
    rule: trace.map((node) => node.rule),
    falsePositives: trace.map((node) => node.falsePositives),
    least: trace.map((node) => node.least),
    mistakes: trace.map((node) => node.mistakes),
    member: trace.map((node) => Number(node.member)),
    verdict: trace.map((node) => node.verdict),
  };
}

const traces = [traceOf('0', '1'), traceOf('0.02', '0.5'), traceOf('0.05', '0.4'), traceOf('1', '0.01')];

describe('layOut', () => {
  it('gives every rule set a place of its own', () => {
    for (const trace of traces) {
      const { column, row, columns } = layOut(trace);
      const places = new Set([...column].map((c, k) => `${c} ${row[k]}`));
      expect(places.size).toBe(trace.parent.length);
      expect(Math.max(...column)).toBe(columns - 1);
    }
  });

  it('puts a rule set in the row of its last rule, below its parent', () => {
    for (const trace of traces) {
      const { row } = layOut(trace);
      trace.parent.forEach((p, k) => {
        expect(row[k]).toBe(trace.rule[k] + 1);
        if (k > 0) expect(row[k]).toBeGreaterThan(row[p]);
      });
    }
  });

  it('opens columns from left to right as the search goes on', () => {
    for (const trace of traces) {
      const { column } = layOut(trace);
      const parents = trace.parent.slice(1).filter((p, i, all) => p !== all[i - 1]);
      expect(parents.map((p) => column[p])).toEqual(parents.map((_, i) => i));
    }
  });

  it('draws no line through a rule set that is not on it', () => {
    for (const trace of traces) {
      const { column, row, from } = layOut(trace);
      const taken = new Set([...column].map((c, k) => `${c} ${row[k]}`));
      from.forEach((start, k) => {
        for (let c = start + 1; start >= 0 && c < column[k]; c++) expect(taken.has(`${c} ${row[k]}`)).toBe(false);
      });
    }
  });

  it('finds the rule set under a place', () => {
    const layout = layOut(traces[1]);
    const count = traces[1].parent.length;
    for (let k = 0; k < count; k++) {
      const place = { x: layout.column[k] + 0.2, y: layout.row[k] - 0.2 };
      expect(nearestEntry(layout, count, place, { x: 10, y: 30 })).toBe(k);
    }
  });
});

describe('pathsOf', () => {
  const marks = (d: string) => (d.match(/M/g) ?? []).length;

  it('draws every rule set once, however the search is cut in two', () => {
    for (const trace of traces) {
      const layout = layOut(trace);
      const all = trace.parent.length;
      const whole = pathsOf(trace, layout, rules, 0, all);
      for (const middle of [0, 1, all >> 1, all]) {
        const parts = [pathsOf(trace, layout, rules, 0, middle), pathsOf(trace, layout, rules, middle, all)];
        for (const mark of ['member', 'other', 'cut'] as const) {
          expect(marks(parts[0][mark]) + marks(parts[1][mark])).toBe(marks(whole[mark]));
        }
      }
    }
  });

  it('leads from every rule set back to the empty one', () => {
    const layout = layOut(traces[1]);
    traces[1].parent.forEach((_, k) => {
      const size = rulesOf(traces[1], k).length;
      expect(marks(wayTo(traces[1], layout, k))).toBe(size);
    });
  });
});

describe('findEntry', () => {
  it('finds every rule set that was looked at', () => {
    for (const trace of traces) {
      trace.parent.forEach((_, k) => {
        expect(findEntry(trace, rulesOf(trace, k))).toEqual({ entry: k, reached: true });
      });
    }
  });

  it('stops at the longest beginning of one that was not', () => {
    const trace = traces[3];
    const { entry, reached } = findEntry(trace, [0, 1, 2]);
    expect(reached).toBe(false);
    expect([0, 1, 2].slice(0, rulesOf(trace, entry).length)).toEqual(rulesOf(trace, entry));
  });
});
