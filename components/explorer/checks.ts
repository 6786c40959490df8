import { decimalBetween } from '../controls/decimal-slider';
import { MOST_RULES } from './shape';

type Check = (text: string) => string | null;

const negative = (text: string): boolean => /^\s*[-−]/.test(text);

/** What is wrong with a typed λ. */
export const checkLambda: Check = (text) =>
  negative(text) ? 'A negative price would pay for every rule: λ is 0 or more.' : decimalBetween(0, 1, 'λ')(text);

/** What is wrong with a typed ε. */
export const checkEpsilon: Check = (text) =>
  negative(text) ? 'Nothing is better than the best: ε is 0 or more.' : decimalBetween(0, 1, 'ε')(text);

/** What is wrong with a typed least support. */
export const checkSupport: Check = (text) => {
  const problem = decimalBetween(0, 1, 'The support')(text);
  if (problem) return problem;
  if (Number(text) < 0.0001) return 'A rule must apply to somebody: the support is more than 0, at least 0.0001.';
  if (Number(text) > 0.9999) return 'A rule that applies to everybody tells nobody apart: the support is less than 1.';
  return null;
};

/** What is wrong with a typed number of rules. */
export const checkRules: Check = (text) => {
  if (!/^\s*\d+\s*$/.test(text)) return 'The number of rules is a whole number.';
  const count = Number(text);
  if (count < 1) return 'At least one rule is needed.';
  return count > MOST_RULES ? `At most ${MOST_RULES} rules: with m rules there are 2^m rule sets to tell apart.` : null;
};
