import { useEffect, useState } from 'react';
import type { SmallSet } from '../small-set/small-set';
import { type Sizes, sizesOf } from './model';
import { shape } from './state';

/** Trials made between two frames. */
const AT_ONCE = 25;

/** The first `trials` trials of a seed; those that are missing are made a few at a time. */
export function useSizes(set: SmallSet, seed: number, trials: number, initial: Sizes): Sizes {
  const [known, setKnown] = useState({ seed: shape.seed.fallback, sizes: initial });
  const sizes = known.seed === seed ? known.sizes : [];
  const missing = sizes.length < trials;

  useEffect(() => {
    if (!missing) return;
    const timer = setTimeout(() => {
      const to = Math.min(trials, sizes.length + AT_ONCE);
      setKnown({ seed, sizes: [...sizes, ...sizesOf(set, seed, sizes.length, to)] });
    });
    return () => clearTimeout(timer);
  }, [missing, sizes, set, seed, trials]);

  return sizes.length > trials ? sizes.slice(0, trials) : sizes;
}
