/** Browsers without idle callbacks get a moment to draw in between. */
const whenIdle: (work: () => void) => void =
  window.requestIdleCallback?.bind(window) ?? ((work) => setTimeout(work, 50));

const waitingParts = () => document.querySelectorAll<HTMLElement>('.later:not([data-laid-out])');

const layOut = (part: HTMLElement) => {
  part.dataset.laidOut = '';
};

/** Lays out all at once what the style sheet lets wait: a place far down is known only then. */
export function layOutAll(): void {
  waitingParts().forEach(layOut);
}

/** Lays out one part after the other when there is time, so that nothing is skipped once somebody reads. */
export function layOutInTurn(): void {
  const parts = waitingParts();
  const next = (index: number) => {
    if (index === parts.length) return;
    layOut(parts[index]);
    whenIdle(() => next(index + 1));
  };
  whenIdle(() => next(0));
}
