import { useEffect, useRef, useState } from 'react';

/** Longest that the whole play takes, and the slowest steps that are still a play. */
const WHOLE_MS = 20_000;
const SLOWEST_MS = 400;
/** Steps that change faster than the screen are taken together. */
const FRAME_MS = 40;

/**
 * Plays steps 0 .. last when the reader asks for it, and stops at the end. `onStep` is told where the play has come to; it is the
 * caller that remembers where it is.
 */
export function usePlaying(step: number, last: number, onStep: (step: number) => void) {
  const [playing, setPlaying] = useState(false);
  const latest = useRef({ step, onStep });
  latest.current = { step, onStep };
  const each = Math.min(SLOWEST_MS, WHOLE_MS / Math.max(1, last));
  const atOnce = Math.max(1, Math.round(FRAME_MS / each));

  useEffect(() => {
    if (!playing) return;
    const timer = setInterval(() => {
      const next = Math.min(last, latest.current.step + atOnce);
      latest.current.onStep(next);
      if (next >= last) setPlaying(false);
    }, each * atOnce);
    return () => clearInterval(timer);
  }, [playing, last, each, atOnce]);

  return {
    playing,
    pause: () => setPlaying(false),
    /** From the start, when the play is over. */
    toggle: () => {
      if (!playing && step >= last) onStep(0);
      setPlaying(!playing);
    },
  };
}
