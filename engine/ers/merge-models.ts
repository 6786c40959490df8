import { objective } from './allowance';
import { ModelCollector } from './model-collector';
import { type ModelList, modelSize } from './model-list';
import { compare, type Rational } from './rational';

/** For every model of every list the place of its objective, then its size, among all that occur. */
function rankObjectives(lists: readonly ModelList[], totalWeight: number, lambda: Rational): Uint32Array[] {
  const kinds: { size: number; value: Rational }[] = [];
  const known = new Map<number, Map<number, number>>();
  const kindsOf = lists.map((list) =>
    Uint32Array.from({ length: list.length }, (_, k) => {
      const size = modelSize(list, k);
      const ofSize = known.get(size) ?? new Map<number, number>();
      known.set(size, ofSize);
      const mistakes = list.mistakes[k];
      let kind = ofSize.get(mistakes);
      if (kind === undefined) {
        kind = kinds.push({ size, value: objective(totalWeight, lambda, mistakes, size) }) - 1;
        ofSize.set(mistakes, kind);
      }
      return kind;
    }),
  );
  const rank = new Uint32Array(kinds.length);
  kinds
    .map((kind, i) => ({ ...kind, i }))
    .sort((a, b) => compare(a.value, b.value) || a.size - b.size)
    .forEach(({ i }, place) => {
      rank[i] = place;
    });
  return kindsOf.map((of) => of.map((kind) => rank[kind]));
}

/** Which of two models of one size has the earlier rules. */
function compareRules(a: ModelList, i: number, b: ModelList, j: number): number {
  const end = a.starts[i + 1];
  for (let p = a.starts[i], q = b.starts[j]; p < end; p++, q++) {
    if (a.rules[p] !== b.rules[q]) return a.rules[p] - b.rules[q];
  }
  return 0;
}

/** Lists in canonical order become one, up to `limit` models. */
export function mergeModels(
  lists: readonly ModelList[],
  totalWeight: number,
  lambda: Rational,
  limit = Number.POSITIVE_INFINITY,
): ModelList {
  const ranks = rankObjectives(lists, totalWeight, lambda);
  const next = new Uint32Array(lists.length);
  const before = (a: number, b: number): boolean =>
    (ranks[a][next[a]] - ranks[b][next[b]] || compareRules(lists[a], next[a], lists[b], next[b])) < 0;

  // A heap of lists, the one with the first model on top.
  const heap: number[] = [];
  const sink = (from: number) => {
    for (let at = from; ; ) {
      let least = at;
      for (const child of [2 * at + 1, 2 * at + 2]) {
        if (child < heap.length && before(heap[child], heap[least])) least = child;
      }
      if (least === at) return;
      [heap[at], heap[least]] = [heap[least], heap[at]];
      at = least;
    }
  };
  lists.forEach((list, l) => {
    if (list.length > 0) heap.push(l);
  });
  for (let at = heap.length >> 1; at >= 0; at--) sink(at);

  const total = lists.reduce((sum, list) => sum + list.length, 0);
  const rules = lists.reduce((sum, list) => sum + list.starts[list.length], 0);
  const merged = total <= limit ? new ModelCollector(total, rules) : new ModelCollector();
  while (heap.length > 0 && merged.length < limit) {
    const top = heap[0];
    const list = lists[top];
    const k = next[top]++;
    merged.add(list.rules.subarray(list.starts[k], list.starts[k + 1]), modelSize(list, k), list.mistakes[k]);
    if (next[top] === list.length) {
      const last = heap.pop()!;
      if (heap.length > 0) heap[0] = last;
    }
    sink(0);
  }
  const { length, starts, mistakes } = merged;
  return {
    length,
    starts: starts.subarray(0, length + 1),
    rules: merged.rules.subarray(0, starts[length]),
    mistakes: mistakes.subarray(0, length),
  };
}
