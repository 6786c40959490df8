import { germanCredit } from '../../engine/data/catalogue/german-credit';
import { houseVotes } from '../../engine/data/catalogue/house-votes';
import { titanic } from '../../engine/data/catalogue/titanic';
import type { Dataset } from '../../engine/data/catalogue/types';
import type { Instance } from '../../engine/ers/instance';
import type { MineOptions } from '../../engine/rules/mine';
import type { FigureContext } from '../islands/figure-module';
import { loadPool } from '../pool/pool';

/** A table, and what is counted on it: the first rules of one list, ever more of them, for the same λ and θ. */
export interface Course {
  readonly title: string;
  /** What makes it different. */
  readonly note: string;
  readonly dataset: Dataset;
  readonly mining: Partial<MineOptions>;
  readonly lambda: string;
  readonly theta: string;
  /** Numbers of rules. */
  readonly ladder: readonly number[];
}

/** Every point weighs the same: the published search knows no weights, and would be slowed by them. */
export const COURSES = {
  congress: {
    title: 'Congress, 1984',
    note: 'A small set: the bounds of the paper cut well.',
    dataset: houseVotes,
    mining: { rules: 100 },
    lambda: '0.01',
    theta: '0.08',
    ladder: [10, 15, 20, 25, 30, 40, 50, 60, 80, 100],
  },
  titanic: {
    title: 'The Titanic',
    note: 'A large set: millions of models, of which many behave alike.',
    dataset: titanic,
    mining: { rules: 30, minSupport: '0.005' },
    lambda: '0.003',
    theta: '0.3',
    ladder: [5, 8, 10, 12, 15, 18, 20, 25, 30],
  },
  credit: {
    title: 'German credit',
    note: 'Few models in a large tree: the best rule sets err so often that the bounds cut late.',
    dataset: germanCredit,
    mining: { rules: 60, minSupport: '0.05', ranking: 'gain', balanced: false },
    lambda: '0.005',
    theta: '0.295',
    ladder: [10, 15, 20, 25, 30, 40, 50, 60],
  },
} satisfies Record<string, Course>;

export type CourseName = keyof typeof COURSES;
export const COURSE_NAMES = Object.keys(COURSES) as CourseName[];
export const courseOf = (name: CourseName): Course => COURSES[name];

const instances = new WeakMap<Instance, Map<number, Instance>>();

/** The points with the first so many rules; the same object every time. */
export async function loadRung(context: FigureContext, { dataset, mining }: Course, rules: number): Promise<Instance> {
  const { instance } = await loadPool(context, { dataset, mining });
  const made = instances.get(instance) ?? new Map<number, Instance>();
  instances.set(instance, made);
  const rung = made.get(rules) ?? { ...instance, rules: instance.rules.slice(0, rules) };
  made.set(rules, rung);
  return rung;
}
