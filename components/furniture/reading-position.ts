/** Marks the section being read in the table of contents and names it in the bar. */
export function followHeadings(): void {
  const name = document.querySelector<HTMLElement>('.bar .where');
  const links = new Map<Element, HTMLAnchorElement>();
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.contents a'))
    links.set(document.getElementById(link.hash.slice(1))!.closest('.prose')!, link);
  if (!name || links.size === 0) return;

  // Parts are observed, and not the headings in them: what stands in a part may wait to be laid out.
  const begun = new Set<Element>();
  const mark = (entries: IntersectionObserverEntry[]) => {
    for (const { target, isIntersecting } of entries) isIntersecting ? begun.add(target) : begun.delete(target);
    const reading = [...links.keys()].filter((part) => begun.has(part)).at(-1);
    for (const [part, link] of links) {
      if (part === reading) link.setAttribute('aria-current', 'location');
      else link.removeAttribute('aria-current');
    }
    name.textContent = reading ? links.get(reading)!.textContent : '';
  };
  const watcher = new IntersectionObserver(mark, { rootMargin: '1000000px 0px -66.7% 0px' });
  for (const part of links.keys()) watcher.observe(part);
}
