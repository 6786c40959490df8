/** The index of the stop nearest to a decimal. */
export function nearestStop(stops: readonly string[], value: string): number {
  let best = 0;
  stops.forEach((stop, i) => {
    if (Math.abs(Number(stop) - Number(value)) < Math.abs(Number(stops[best]) - Number(value))) best = i;
  });
  return best;
}
