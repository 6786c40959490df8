import { createRandom } from '../random';

export type Pattern = 'rings' | 'xor' | 'spiral' | 'coin';

export interface LabelledPoints {
  /** x0, y0, x1, y1, … in [−1, 1]². */
  readonly points: Float64Array;
  /** 1 or −1. */
  readonly labels: Int8Array;
}

/**
 * Points of the plane with labels that follow a pattern, the same for the same seed. `rings`: a disc inside a ring;
 * `xor`: opposite quadrants alike; `spiral`: two arms; `coin`: places like those of `xor`, labels by a fair coin.
 */
export function labelledPoints(pattern: Pattern, count: number, seed: number): LabelledPoints {
  const random = createRandom(seed, ['rings', 'xor', 'spiral', 'coin'].indexOf(pattern));
  const points = new Float64Array(2 * count);
  const labels = new Int8Array(count);
  const between = (low: number, high: number) => low + (high - low) * random.uniform();
  for (let i = 0; i < count; i++) {
    const label = i % 2 ? -1 : 1;
    labels[i] = pattern === 'coin' ? (random.below(2) ? 1 : -1) : label;
    if (pattern === 'rings' || pattern === 'spiral') {
      // equal areas get equally many points
      const radius =
        pattern === 'rings'
          ? Math.sqrt(label > 0 ? between(0, 0.25) : between(0.49, 0.95))
          : Math.sqrt(between(0.02, 0.95));
      const angle = pattern === 'rings' ? between(0, 2 * Math.PI) : 10 * radius + (label > 0 ? 0 : Math.PI);
      const jitter = pattern === 'rings' ? 0 : 0.03;
      points[2 * i] = radius * Math.cos(angle) + jitter * between(-1, 1);
      points[2 * i + 1] = radius * Math.sin(angle) + jitter * between(-1, 1);
    } else {
      const x = between(0.06, 0.95) * (random.below(2) ? 1 : -1);
      points[2 * i] = x;
      points[2 * i + 1] = between(0.06, 0.95) * label * Math.sign(x);
    }
  }
  return { points, labels };
}
