import { computePosition, flip, offset, shift } from '@floating-ui/dom';

/** The card waits so long after the pointer has left, so that one can move into it. */
const STAYS_MS = 300;

const card = document.createElement('div');
card.className = 'hover-card';
card.id = 'hover-card';
card.setAttribute('role', 'note');
card.hidden = true;
document.body.append(card);

let current: Element | null = null;
let timer = 0;

function hide(): void {
  clearTimeout(timer);
  card.hidden = true;
  current?.removeAttribute('aria-describedby');
  current = null;
}

const isMet = (mark: Element): boolean => mark.matches(':hover, :focus');

function hideSoon(): void {
  clearTimeout(timer);
  timer = window.setTimeout(() => {
    if (!(current && isMet(current)) && !card.matches(':hover')) hide();
  }, STAYS_MS);
}

/** What a symbol stands for, by the letter that it begins with: the rows of the table under the heading “Symbols”. */
let meanings: Map<string, Element> | undefined;

function meaningOf(symbol: Element): Element | undefined {
  const rows = document.querySelector('#symbols ~ table')?.querySelectorAll('tbody tr') ?? [];
  meanings ??= new Map([...rows].map((row) => [row.querySelector('mi')!.textContent, row.lastElementChild!]));
  return meanings.get(symbol.textContent);
}

const sourceOf = (mark: Element): Element | null | undefined =>
  mark instanceof HTMLAnchorElement ? document.getElementById(mark.hash.slice(1))?.firstElementChild : meaningOf(mark);

const stay = (): void => clearTimeout(timer);

card.addEventListener('pointerenter', stay);
card.addEventListener('pointerleave', hideSoon);
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') hide();
});
document.addEventListener('pointerdown', (event) => {
  if (!card.contains(event.target as Node) && !current?.contains(event.target as Node)) hide();
});

/** Shows a copy of what the mark links to or stands for, under the mark, and hides it when pointer and focus have gone. */
export async function showCard(mark: Element): Promise<void> {
  stay();
  // The script of the cards may come when the pointer has gone on.
  if (mark === current || !isMet(mark)) return;
  const source = sourceOf(mark);
  if (!source) return;
  hide();
  current = mark;
  card.replaceChildren(...source.cloneNode(true).childNodes);
  card.hidden = false;
  mark.setAttribute('aria-describedby', card.id);
  for (const leaving of ['blur', 'pointerleave']) mark.addEventListener(leaving, hideSoon);
  const { x, y } = await computePosition(mark, card, {
    placement: 'bottom-start',
    middleware: [offset(8), flip(), shift({ padding: 12 })],
  });
  card.style.translate = `${x}px ${y}px`;
}
