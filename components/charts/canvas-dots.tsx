import { useEffect, useLayoutEffect, useRef } from 'react';
import { type Dots, drawDots } from './dots';

const useBrowserLayoutEffect = typeof window === 'undefined' ? useEffect : useLayoutEffect;

/** A canvas of dots under a plot; it follows the plot's size and the colour scheme. */
export function CanvasDots({ x, y, count, radius }: Dots & { radius: number }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useBrowserLayoutEffect(() => {
    const element = canvas.current!;
    const draw = () => drawDots(element, { x, y, count }, radius);
    draw();
    // An observer calls back once for the size that it finds.
    let known = false;
    const size = new ResizeObserver(() => {
      if (known) draw();
      known = true;
    });
    const scheme = matchMedia('(prefers-color-scheme: dark)');
    size.observe(element);
    scheme.addEventListener('change', draw);
    return () => {
      size.disconnect();
      scheme.removeEventListener('change', draw);
    };
  }, [x, y, count, radius]);
  return <canvas ref={canvas} className="dots" aria-hidden="true" />;
}
