/** Marks the section being read in the table of contents and names it in the bar. */
export function followHeadings(): void {
  const name = document.querySelector<HTMLElement>('.bar .where');
  const links = new Map<string, HTMLAnchorElement>();
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.contents a')) links.set(link.hash.slice(1), link);
  const headings = [...document.querySelectorAll<HTMLElement>('main h2[id]')].filter((h) => links.has(h.id));
  if (!name || headings.length === 0) return;

  const mark = () => {
    const passed = headings.filter((h) => h.getBoundingClientRect().top < innerHeight / 3).at(-1);
    for (const [id, link] of links) {
      if (id === passed?.id) link.setAttribute('aria-current', 'location');
      else link.removeAttribute('aria-current');
    }
    name.textContent = passed?.textContent ?? '';
  };
  const watcher = new IntersectionObserver(mark, { rootMargin: '1000000px 0px -66.7% 0px' });
  for (const heading of headings) watcher.observe(heading);
}
