/** How browsers say that they have no memory to give: each in its own words, and as errors of several kinds. */
const REFUSED = /out of memory|allocat|grow|array (?:buffer )?length/i;

/** An error in words that help: when memory was refused, what to do; else the error as it is. */
export function sayMemory(error: unknown): unknown {
  if (!(error instanceof Error) || error.name === 'DataError' || !REFUSED.test(error.message)) return error;
  return new RangeError(
    'the browser has no more memory to give: ask for fewer rules or a smaller tolerance, or close other tabs, then try again',
  );
}
