import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { type Dots, dotPaths, drawDots } from './dots';

const useBrowserLayoutEffect = typeof window === 'undefined' ? useEffect : useLayoutEffect;

/** A canvas of dots under a plot; it follows the plot's size and the colour scheme. Where there is none, the same as SVG. */
export function CanvasDots({ x, y, count, radius }: Dots & { radius: number }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [refused, setRefused] = useState(false);
  useBrowserLayoutEffect(() => {
    const element = canvas.current;
    if (!element) return;
    const draw = () => {
      if (!drawDots(element, { x, y, count }, radius)) setRefused(true);
    };
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
    // A browser short of memory takes what was drawn, and says when it gives the canvas back.
    element.addEventListener('contextrestored', draw);
    return () => {
      size.disconnect();
      scheme.removeEventListener('change', draw);
      element.removeEventListener('contextrestored', draw);
    };
  }, [x, y, count, radius]);
  if (!refused) return <canvas ref={canvas} className="dots" aria-hidden="true" />;
  return (
    <svg
      viewBox="0 0 320 320"
      preserveAspectRatio="none"
      className="dots static-dots"
      aria-hidden="true"
      // biome-ignore lint/security/noDangerouslySetInnerHtml: paths made of numbers
      dangerouslySetInnerHTML={{ __html: dotPaths({ x, y, count }) }}
    />
  );
}
