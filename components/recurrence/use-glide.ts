import { useEffect, useRef } from 'react';

/** Moves a number to a goal in about a second and stops there; at once where motion is not wanted. */
export function useGlide(setAt: (at: number) => void): {
  glide: (from: number, to: number, ms: number) => void;
  halt: () => void;
} {
  const frame = useRef(0);
  const latest = useRef(setAt);
  latest.current = setAt;
  const halt = () => cancelAnimationFrame(frame.current);
  useEffect(() => () => cancelAnimationFrame(frame.current), []);
  const glide = (from: number, to: number, ms: number) => {
    halt();
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) return latest.current(to);
    const start = performance.now();
    const step = (now: number) => {
      const done = Math.min(1, (now - start) / ms);
      latest.current(Math.round(from + (to - from) * done));
      if (done < 1) frame.current = requestAnimationFrame(step);
    };
    frame.current = requestAnimationFrame(step);
  };
  return { glide, halt };
}
