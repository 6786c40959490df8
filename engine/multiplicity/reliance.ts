import { type BitSet, hasBit } from '../bits/bitset';
import { captureAll, type Literal } from '../data/literals';
import type { Table } from '../data/table';
import { type Instance, totalWeight } from '../ers/instance';
import { type ModelList, modelRules } from '../ers/model-list';
import { type Job, paced, pacer } from '../job';
import type { MinedRule } from '../rules/mine';
import { type Cells, countIn, mergeCells, uniteInto } from './cells';
import { columnsOf } from './frequency';

const MODELS_BETWEEN_PAUSES = 32;

/** How much the models rely on each column. */
export interface Reliance {
  readonly columns: readonly string[];
  /** The (weighted) error of each model. */
  readonly original: Float64Array;
  /** For each column, the expected error of each model when the column's values are swapped between points. */
  readonly switched: readonly Float64Array[];
}

/**
 * What the rules make of one column: rule j is "its other conditions hold for the point, and the donor of the column's value
 * lies in one of its atoms". Atoms are the sets of donors that all rules treat alike.
 */
interface Switch {
  /** Number of donors in each atom. */
  readonly atoms: readonly number[];
  /** For each rule the part of its other conditions, or −1 when it does not use the column. */
  readonly rest: Int32Array;
  /** Entry j·atoms + a: whether atom a meets what rule j asks of the column. */
  readonly met: Uint8Array;
}

/** The different sets of points that parts of rules capture, numbered. */
class Parts {
  readonly sets: BitSet[] = [];
  private readonly numbers = new Map<string, number>();
  constructor(private readonly table: Table) {}

  number(literals: readonly Literal[]): number {
    const key = JSON.stringify(literals);
    let number = this.numbers.get(key);
    if (number === undefined) {
      number = this.sets.length;
      this.numbers.set(key, number);
      this.sets.push(captureAll(this.table, literals));
    }
    return number;
  }
}

function switchOf(column: string, rules: readonly MinedRule[], parts: Parts, table: Table): Switch {
  const users = rules.map((rule) => rule.literals.some((l) => l.column === column));
  const own = rules.map((rule) =>
    captureAll(
      table,
      rule.literals.filter((l) => l.column === column),
    ),
  );
  const atomOf = new Map<string, number>();
  const atoms: number[] = [];
  const patterns: Uint8Array[] = [];
  for (let i = 0; i < table.n; i++) {
    const pattern = Uint8Array.from(rules, (_, j) => Number(users[j] && hasBit(own[j], i)));
    const key = pattern.join('');
    const atom = atomOf.get(key) ?? atoms.length;
    if (atom === atoms.length) {
      atomOf.set(key, atom);
      atoms.push(0);
      patterns.push(pattern);
    }
    atoms[atom]++;
  }
  const met = new Uint8Array(rules.length * atoms.length);
  patterns.forEach((pattern, a) => {
    pattern.forEach((value, j) => {
      met[j * atoms.length + a] = value;
    });
  });
  return {
    atoms,
    rest: Int32Array.from(rules, (rule, j) =>
      users[j] ? parts.number(rule.literals.filter((l) => l.column !== column)) : -1,
    ),
    met,
  };
}

function mistakesOf(cells: Cells, yes: Uint32Array): number {
  let mistakes = 0;
  cells.strata.forEach(({ positive, weight, size }, s) => {
    const count = countIn(cells, yes, s);
    mistakes += weight * (positive ? size - count : count);
  });
  return mistakes;
}

/** The mistakes of one model summed over all pairs of a point and a donor of the column's value, itself included. */
function mistakesOverPairs(
  model: ArrayLike<number>,
  { atoms, rest, met }: Switch,
  whole: readonly number[],
  cells: Cells,
  yes: Uint32Array,
): number {
  // Atoms that meet the same rules of this model make the same mistakes.
  const known = new Map<string, number>();
  let total = 0;
  for (let a = 0; a < atoms.length; a++) {
    const active: number[] = [];
    for (let r = 0; r < model.length; r++) {
      const j = model[r];
      if (rest[j] < 0) active.push(whole[j]);
      else if (met[j * atoms.length + a]) active.push(rest[j]);
    }
    const key = active.join();
    let mistakes = known.get(key);
    if (mistakes === undefined) {
      uniteInto(yes, cells, active);
      mistakes = mistakesOf(cells, yes);
      known.set(key, mistakes);
    }
    total += atoms[a] * mistakes;
  }
  return total;
}

/**
 * Model reliance (Fisher, Rudin & Dominici, JMLR 2019, e_switch and e_orig): the error of a model when each point takes the
 * column's value from another point, all others being as likely, and everything else from itself. It is the permutation
 * importance in exact expectation, not a sample of it: with err_a the mistakes when all points take their value from atom
 * a, mistakes_switch = (Σ_a |a|·err_a − mistakes)/(n − 1), since a point that is its own donor makes its own mistake.
 *
 * `switched/original` is the paper's ratio, `switched − original` its difference. A column that a model does not use gives
 * switched = original. The rules, instance and table must belong together; for held-out reliance give held-out ones.
 */
export async function reliance(
  list: ModelList,
  instance: Instance,
  rules: readonly MinedRule[],
  table: Table,
  { signal, onProgress }: Job = {},
): Promise<Reliance> {
  if (instance.n < 2) throw new RangeError('reliance needs two points or more');
  const columns = columnsOf(rules);
  const parts = new Parts(table);
  const whole = rules.map((rule) => parts.number(rule.literals));
  const switches = columns.map((column) => switchOf(column, rules, parts, table));
  const split = { ...instance, rules: parts.sets.map((captured) => ({ name: '', captured })) };
  const cells = await paced(mergeCells(split), pacer(signal));
  const W = totalWeight(instance);

  const original = new Float64Array(list.length);
  const switched = columns.map(() => new Float64Array(list.length));
  const yes = new Uint32Array(cells.words);
  const pace = pacer(signal);
  for (let k = 0; k < list.length; k++) {
    if (k % MODELS_BETWEEN_PAUSES === 0) {
      const pause = pace();
      if (pause) {
        onProgress?.({ fraction: k / list.length });
        await pause;
      }
    }
    const model = modelRules(list, k);
    uniteInto(
      yes,
      cells,
      Array.from(model, (j) => whole[j]),
    );
    const mistakes = mistakesOf(cells, yes);
    original[k] = mistakes / W;
    switches.forEach((column, f) => {
      const used = model.some((j) => column.rest[j] >= 0);
      const total = used ? mistakesOverPairs(model, column, whole, cells, yes) : instance.n * mistakes;
      switched[f][k] = (total - mistakes) / (instance.n - 1) / W;
    });
  }
  onProgress?.({ fraction: 1 });
  return { columns, original, switched };
}
