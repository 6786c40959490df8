import { useEffect, useRef, useState } from 'react';

const TURN_MS = 700;

/** Follows a target between 0 and 1 in a short glide after the reader changed it; at once where motion is not wanted. */
export function useTurn(target: number): number {
  const [turn, setTurn] = useState(target);
  const now = useRef(target);
  useEffect(() => {
    const from = now.current;
    if (from === target) return;
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) {
      now.current = target;
      setTurn(target);
      return;
    }
    let frame = 0;
    const start = performance.now();
    const step = (time: number) => {
      const share = Math.min(1, Math.max(0, (time - start) / TURN_MS));
      now.current = from + (target - from) * (share * share * (3 - 2 * share));
      setTurn(now.current);
      if (share < 1) frame = requestAnimationFrame(step);
    };
    frame = requestAnimationFrame(step);
    return () => cancelAnimationFrame(frame);
  }, [target]);
  return turn;
}
