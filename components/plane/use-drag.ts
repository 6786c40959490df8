import { type PointerEvent as ReactPointerEvent, useRef } from 'react';

/** How far a pointer may stray and still have only pressed. */
const PRESS_PX = 4;

interface Drag<T> {
  /** The pointer moved, with what was taken hold of; `dx` and `dy` are pixels since the last call. */
  readonly onMove: (what: T, event: PointerEvent, dx: number, dy: number) => void;
  /** It was let go where it had been put down. */
  readonly onPress?: (what: T, event: PointerEvent) => void;
  readonly onEnd?: () => void;
}

/** Dragging with mouse, pen or finger: `grip(what)` gives the handler of an element that can be taken hold of. */
export function useDrag<T>(drag: Drag<T>): (what: T) => { onPointerDown: (event: ReactPointerEvent) => void } {
  const latest = useRef(drag);
  latest.current = drag;
  return (what) => ({
    onPointerDown: (down) => {
      if (down.button !== 0) return;
      const target = down.currentTarget as HTMLElement | SVGElement;
      let [x, y, moved] = [down.clientX, down.clientY, false];
      const [startX, startY] = [x, y];
      const move = (event: Event) => {
        const { clientX, clientY } = event as PointerEvent;
        moved ||= Math.hypot(clientX - startX, clientY - startY) > PRESS_PX;
        if (!moved) return;
        latest.current.onMove(what, event as PointerEvent, clientX - x, clientY - y);
        [x, y] = [clientX, clientY];
      };
      const end = (event: Event) => {
        target.removeEventListener('pointermove', move);
        target.removeEventListener('pointerup', end);
        target.removeEventListener('pointercancel', end);
        if (!moved && event.type === 'pointerup') latest.current.onPress?.(what, event as PointerEvent);
        latest.current.onEnd?.();
      };
      target.setPointerCapture(down.pointerId);
      target.addEventListener('pointermove', move);
      target.addEventListener('pointerup', end);
      target.addEventListener('pointercancel', end);
    },
  });
}

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/** What an arrow key asks for: one step, or with Shift four; null for other keys. y grows upwards. */
export function arrowStep(event: { key: string; shiftKey: boolean }): readonly [number, number] | null {
  const step = STEPS[event.key];
  if (!step) return null;
  return event.shiftKey ? [4 * step[0], 4 * step[1]] : step;
}
