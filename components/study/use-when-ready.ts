import { useEffect, useRef } from 'react';

/**
 * Does what needs an answer of the engine: at once when the answer is there, else as soon as it comes. Of several things
 * asked for meanwhile the last is done.
 */
export function useWhenReady<T>(answer: T | null): (action: (answer: T) => void) => void {
  const waiting = useRef<((answer: T) => void) | null>(null);
  useEffect(() => {
    const action = waiting.current;
    if (answer === null || !action) return;
    waiting.current = null;
    action(answer);
  }, [answer]);
  return (action) => {
    if (answer === null) waiting.current = action;
    else action(answer);
  };
}
