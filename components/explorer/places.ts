import { scaleLinear } from 'd3-scale';
import type { Axis } from '../charts/plot';
import type { AxisWords } from './axes';
import type { AxisName } from './shape';
import type { Domain } from './view';

/** How far dots of the same number of rules are strewn, so that one sees how many there are. */
const STREWN = 0.7;

/** A number from 0 to 1 that looks random and is the same for the same model every time. */
const strew = (k: number): number => {
  let h = Math.imul(k + 1, 0x9e3779b1);
  h = Math.imul(h ^ (h >>> 15), 0x85ebca6b);
  return ((h ^ (h >>> 13)) >>> 0) / 2 ** 32;
};

/** Values as they are drawn: numbers of rules are strewn about the whole number. */
export const drawnValues = (axis: AxisName, values: Float64Array): Float64Array =>
  axis === 'size' ? values.map((value, k) => value + STREWN * (strew(k) - 0.5)) : values;

/** Least and greatest of the first `count` values that are numbers. */
export function extent(values: Float64Array, count = values.length): [number, number] {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < count; k++) {
    if (values[k] < low) low = values[k];
    if (values[k] > high) high = values[k];
  }
  return low <= high ? [low, high] : [0, 1];
}

/** An axis with a little room at both ends; room for a unit where all values are the same. */
export function axisOf(name: AxisName, [low, high]: readonly [number, number], words: AxisWords): Axis {
  const room = high > low ? 0.04 * (high - low) : name === 'size' ? 1 : 0.01;
  const scale = scaleLinear([low - room, high + room], [0, 1]);
  const ticks = scale.ticks(5).filter((tick) => name !== 'size' || Number.isInteger(tick));
  return { place: scale, ticks, format: words.tick, title: words.title };
}

/** Where values lie on an axis, from 0 to 1. */
export function placesOf({ place }: Axis, values: Float64Array): Float64Array {
  const start = place(0);
  const unit = place(1) - start;
  return values.map((value) => start + unit * value);
}

/** The axes' ends for all listed models: they stay where they are while ε shrinks. */
export const domainOf = (x: Float64Array, y: Float64Array): Domain => ({ x: extent(x), y: extent(y) });
