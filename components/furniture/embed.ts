import { figureOfHash } from '../permalink/fragment';

/** On the list of figures, `?fig=slug` leads to the page of that figure, with the state that the fragment holds. */
export function leadToFigure(): void {
  const slug = new URLSearchParams(location.search).get('fig');
  if (!slug) return;
  const link = document.querySelector<HTMLAnchorElement>(`a[data-fig="${CSS.escape(slug)}"]`);
  if (link) location.replace(link.href + location.hash);
}

/** Under a figure that stands alone, the way to the article takes the figure's state along. */
export function keepWayBack(): void {
  const link = document.querySelector<HTMLAnchorElement>('a[data-keeps-state]');
  if (!link) return;
  const slug = document.querySelector<HTMLElement>('[data-island]')!.dataset.island!;
  const follow = () => {
    link.hash = figureOfHash(location.hash) === slug ? location.hash : slug;
  };
  follow();
  for (const sign of ['pointerenter', 'pointerdown', 'focus', 'click']) link.addEventListener(sign, follow);
}

/** HTML that shows a figure in another page: its address as a frame, as high as the figure is now. */
export function embedCode(address: string, title: string, height: number): string {
  const frame = document.createElement('iframe');
  frame.src = address;
  frame.title = title;
  frame.width = '100%';
  frame.height = String(height);
  frame.loading = 'lazy';
  frame.style.border = '0';
  return frame.outerHTML;
}
