import { useTask } from '../use-task';
import { type Good, loadGood, loadStudy, type Study } from './study';

const NOTHING = { key: 'nothing yet', result: null };

/** A table cut in two, with its rules; while another is loaded `result` is still the one before. */
export const useStudy = (slug: string, awake: boolean) =>
  useTask<Study | null>(slug, (context) => loadStudy(context, slug), NOTHING, awake);

/** The good models of a table. */
export const useGood = (slug: string, awake: boolean) =>
  useTask<Good | null>(slug, (context) => loadGood(context, slug), NOTHING, awake);
