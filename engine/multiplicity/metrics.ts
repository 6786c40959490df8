import type { Confusion } from './tally';

/**
 * Rates of a confusion matrix; NaN where nobody counts. Their differences between groups are the usual fairness gaps:
 * `yes` statistical parity (Dwork et al., ITCS 2012), `truePositive` equal opportunity and, with `falsePositive`, equalised
 * odds (Hardt, Price & Srebro, NIPS 2016), `precision` predictive parity (Chouldechova, Big Data 2017).
 */
export type Metric =
  | 'yes'
  | 'truePositive'
  | 'falsePositive'
  | 'falseNegative'
  | 'precision'
  | 'accuracy'
  | 'balancedAccuracy';

type Rate = (tp: number, fp: number, positives: number, negatives: number) => number;

const RATES: Record<Metric, Rate> = {
  yes: (tp, fp, p, n) => (tp + fp) / (p + n),
  truePositive: (tp, _, p) => tp / p,
  falsePositive: (_, fp, __, n) => fp / n,
  falseNegative: (tp, _, p) => (p - tp) / p,
  precision: (tp, fp) => tp / (tp + fp),
  accuracy: (tp, fp, p, n) => (tp + n - fp) / (p + n),
  balancedAccuracy: (tp, fp, p, n) => (tp / p + (n - fp) / n) / 2,
};

/** The metric of every model. */
export function rates(metric: Metric, of: Confusion): Float64Array {
  const rate = RATES[metric];
  const { truePositives, falsePositives, positives, negatives } = of;
  const values = new Float64Array(of.models);
  for (let k = 0; k < values.length; k++) values[k] = rate(truePositives[k], falsePositives[k], positives, negatives);
  return values;
}

/** For every model, how much higher the metric is in the first group than in the second. */
export function gaps(metric: Metric, first: Confusion, second: Confusion): Float64Array {
  const b = rates(metric, second);
  return rates(metric, first).map((a, k) => a - b[k]);
}

/** For every model, how far apart the metric is between the two groups that differ most. */
export function spread(metric: Metric, groups: readonly Confusion[]): Float64Array {
  const all = groups.map((group) => rates(metric, group));
  return Float64Array.from(all[0] ?? [], (_, k) => {
    const values = all.map((of) => of[k]);
    return Math.max(...values) - Math.min(...values);
  });
}
