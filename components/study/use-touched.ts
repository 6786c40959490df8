import { useState } from 'react';

/**
 * Whether somebody has turned to the figure, and what its element listens to for that. A pointer may rest in the figure
 * already when it comes alive: it is noticed when it moves.
 */
export function useTouched() {
  const [touched, setTouched] = useState(false);
  const touch = () => setTouched(true);
  return { touched, listeners: { onPointerMove: touch, onPointerDown: touch, onFocus: touch } };
}
