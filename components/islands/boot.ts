import { keepWayBack, leadToFigure } from '../furniture/embed';
import { installHoverCards } from '../furniture/hover-cards-boot';
import { closeMenus } from '../furniture/menus';
import { followHeadings } from '../furniture/reading-position';
import { figureOfHash, isKept, keepAddress } from '../permalink/fragment';
import { isEmbed, siteRoot } from '../site-root';
import { recordGestures } from './gestures';
import { layOutAll, layOutInTurn } from './lay-out';
import { tellUnreached } from './unreached';

/** How far ahead of the screen a figure comes alive. */
const AHEAD_PX = 400;

/**
 * What shows that somebody is there. Until then the static page is complete and costs nothing; from then on every figure
 * near the screen comes alive, and what was done to it in the meantime is done again.
 */
const SIGNS_OF_LIFE = [
  'pointermove',
  'pointerdown',
  'touchstart',
  'wheel',
  'scroll',
  'keydown',
  'focusin',
  'input',
  'click',
];

const islands = [...document.querySelectorAll<HTMLElement>('[data-island]')];
const started = new WeakSet<Element>();

function start(element: HTMLElement): void {
  if (started.has(element)) return;
  started.add(element);
  const { replay, forget } = recordGestures(element);
  import('./hydrate')
    .then(({ hydrate }) => hydrate(element))
    .then(replay, () => {
      forget();
      started.delete(element);
      tellUnreached(element, () => start(element));
    });
}

const nearScreen = new IntersectionObserver(
  (entries) => {
    for (const entry of entries) if (entry.isIntersecting) start(entry.target as HTMLElement);
  },
  { rootMargin: `${AHEAD_PX}px` },
);

function wake(event: Event): void {
  for (const sign of SIGNS_OF_LIFE) removeEventListener(sign, wake, true);
  removeEventListener('resize', layOutAll);
  const touched = (event.target as Element | null)?.closest?.<HTMLElement>('[data-island]');
  if (touched) start(touched);
  for (const island of islands) nearScreen.observe(island);
  layOutInTurn();
}

function openLink(): void {
  if (location.hash) layOutAll();
  const slug = figureOfHash(location.hash);
  const element = islands.find((island) => island.dataset.island === slug);
  if (!element) return;
  start(element);
  // Where the figure stands alone there is nothing to scroll past but the page around its frame.
  if (isKept() || isEmbed()) return;
  element.closest('figure')?.scrollIntoView({ block: 'start' });
  keepAddress(location.href);
}

for (const sign of SIGNS_OF_LIFE) addEventListener(sign, wake, { capture: true, passive: true });
// Who takes a picture of the whole page makes the window larger, and has shown no other sign of life.
addEventListener('resize', layOutAll, { once: true });
openLink();
addEventListener('hashchange', openLink);
installHoverCards();
followHeadings();
closeMenus();
leadToFigure();
keepWayBack();

// After the browser has looked at the page.
addEventListener('load', () =>
  setTimeout(() => {
    document.documentElement.dataset.loaded = '';
  }),
);

/** What is kept for reading offline is fetched, and the whole page laid out, when the reader has had time to begin. */
const BEGUN_MS = 4000;

addEventListener('load', () => setTimeout(layOutInTurn, BEGUN_MS));

// A reader of another page, in which a figure stands, has not asked for the whole site.
if (import.meta.env.PROD && 'serviceWorker' in navigator && window === top) {
  const register = () => navigator.serviceWorker.register(new URL('sw.js', siteRoot())).catch(() => {});
  addEventListener('load', () => setTimeout(register, BEGUN_MS));
}
