/** The most of a window that a figure leaves empty below itself for the sake of what follows. */
const MOST_EMPTY = 1 / 3;

/**
 * Keeps an element as high as it has been, so that what follows stays where it is while somebody plays: a list with fewer
 * lines, or a figure with a shorter text, leaves the rest of its place open. Begins anew when the width changes, and when
 * it has become much shorter. The style sheet makes `--kept` the least height where there is a screen. Returns what ends it.
 */
export function keepHeight(element: HTMLElement): () => void {
  let width = 0;
  let kept = 0;
  const observer = new ResizeObserver(() => {
    const box = element.getBoundingClientRect();
    const height = (element.lastElementChild?.getBoundingClientRect().bottom ?? box.top) - box.top;
    const begins = box.width !== width || kept - height > innerHeight * MOST_EMPTY;
    width = box.width;
    kept = begins ? height : Math.max(kept, height);
    element.style.setProperty('--kept', `${kept}px`);
  });
  for (const observed of [element, ...element.children]) observer.observe(observed);
  return () => observer.disconnect();
}
