import { measureAmbiguity } from '../cover/ambiguity';
import { measureCoinLabels } from '../cover/coin-labels';
import { measureOneVsRest } from '../cover/one-vs-rest';
import { measureBalance, measureThreshold } from '../cover/threshold';
import type { Tally, TrialSpan } from '../cover/trials';
import type { Job } from '../job';

/** The same span of random trials at every place. */
export interface Measurement<Place> {
  readonly places: readonly Place[];
  readonly span: TrialSpan;
}

type Measure<Place> = (places: readonly Place[], span: TrialSpan, job?: Job<Tally[]>) => Promise<Tally[]>;

const asJob =
  <Place>(measure: Measure<Place>) =>
  ({ places, span }: Measurement<Place>, job: Job = {}): Promise<Tally[]> =>
    measure(places, span, job);

/** The measurements of Cover's chances as jobs: one input, one tally for each place. */
export const measurements = {
  measureThreshold: asJob(measureThreshold),
  measureCoinLabels: asJob(measureCoinLabels),
  measureBalance: asJob(measureBalance),
  measureOneVsRest: asJob(measureOneVsRest),
  measureAmbiguity: asJob(measureAmbiguity),
};
