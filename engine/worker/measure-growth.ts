import { type ApproxCountOptions, approxCount } from '../ers/approx-count';
import { type GrowthOptions, growth } from '../ers/growth';
import type { Instance } from '../ers/instance';
import { optimum } from '../ers/optimum';
import type { Job } from '../job';

/** The size of the Rashomon set for rising tolerances. */
export const measureGrowth = ({ instance, options }: { instance: Instance; options: GrowthOptions }, job?: Job) =>
  growth(instance, options, job);

/** The best rule sets. */
export const findBest = ({ instance, lambda }: { instance: Instance; lambda: string }, job?: Job) =>
  optimum(instance, { lambda }, job);

/** An estimate of the size of the Rashomon set, with its guarantee. */
export const estimateCount = ({ instance, options }: { instance: Instance; options: ApproxCountOptions }, job?: Job) =>
  approxCount(instance, options, job);
