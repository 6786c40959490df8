/** Browsers without idle callbacks get a moment to draw in between. */
const whenIdle: (work: () => void) => void =
  window.requestIdleCallback?.bind(window) ?? ((work) => setTimeout(work, 50));

const laterParts = () => document.querySelectorAll<HTMLElement>('.later');

/**
 * Lays a part out. From the second frame on its height is known, and the browser may leave the part alone again while it is
 * far from the screen: a step of a slider must not cost what a whole long page costs.
 */
function layOut(part: HTMLElement): void {
  part.dataset.laidOut = 'now';
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      part.dataset.laidOut = 'once';
    }),
  );
}

/** Lays out all at once what the style sheet lets wait: a place far down is known only then. */
export function layOutAll(): void {
  laterParts().forEach(layOut);
}

/** Lays out one part after the other when there is time, so that every place is known; again when the page gets another width. */
export function layOutInTurn(): void {
  const parts = laterParts();
  let turn = 0;
  const begin = () => {
    const mine = ++turn;
    const next = (index: number) => {
      if (mine !== turn || index === parts.length) return;
      layOut(parts[index]);
      whenIdle(() => next(index + 1));
    };
    whenIdle(() => next(0));
  };
  begin();
  let width = innerWidth;
  addEventListener('resize', () => {
    if (innerWidth === width) return;
    width = innerWidth;
    begin();
  });
}
