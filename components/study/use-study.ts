import { useTask } from '../use-task';
import { type Good, loadGood } from './study';

const NOTHING = { key: 'nothing yet', result: null };

/** The good models of a table; while those of another are loaded `result` is still the one before. */
export const useGood = (slug: string, awake: boolean) =>
  useTask<Good | null>(slug, (context, job) => loadGood(context, slug, job), NOTHING, awake);
