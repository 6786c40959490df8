import type { Page } from '@playwright/test';
import { createRandom } from '../engine/random';

/** Bytes of the page's JavaScript heap once all garbage is collected. */
export async function heapOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  // What is freed by a finalizer or a weak reference goes in a later turn.
  for (let i = 0; i < 3; i++) {
    await session.send('HeapProfiler.collectGarbage');
    await page.waitForTimeout(100);
  }
  const { usedSize } = (await session.send('Runtime.getHeapUsage')) as { usedSize: number };
  await session.detach();
  return usedSize;
}

/**
 * Moves a slider of a figure up and down, `perSecond` times a second, and leaves it where it was. Gives how often it moved, and
 * how long the page then took to come to rest.
 */
export function moveSlider(page: Page, slug: string, label: string, seconds: number, perSecond = 200) {
  return page.evaluate(
    async ({ slug, label, seconds, perSecond }) => {
      const figure = document.getElementById(slug)!;
      const named = [...figure.querySelectorAll('label')].find((element) => element.textContent === label)!;
      const slider = document.getElementById(named.htmlFor) as HTMLInputElement;
      const write = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!;
      const move = (value: number) => {
        write.call(slider, String(value));
        slider.dispatchEvent(new Event('input', { bubbles: true }));
      };
      // Browsers bundle the moves of a hand.
      const AT_ONCE = 10;
      const { port1, port2 } = new MessageChannel();
      const ownTask = () =>
        new Promise((resolve) => {
          port1.onmessage = resolve;
          port2.postMessage(null);
        });
      const start = slider.valueAsNumber;
      const [min, max, step] = [Number(slider.min), Number(slider.max), Number(slider.step) || 1];
      const stops = Math.round((max - min) / step) + 1;
      const began = performance.now();
      let moves = 0;
      while (performance.now() - began < 1000 * seconds) {
        const due = ((performance.now() - began) / 1000) * perSecond;
        // What a slow machine is late with is left out, as by a browser.
        for (let k = 0; k < AT_ONCE && moves < due; k++, moves++) {
          const at = moves % (2 * stops);
          move(min + step * Math.min(at, 2 * stops - 1 - at));
        }
        await ownTask();
      }
      move(start);
      const stopped = performance.now();
      // At rest: nothing is computed, and the page gets its turn at once, several times in a row.
      for (let calm = 0; calm < 5; ) {
        const asked = performance.now();
        await new Promise((resolve) => setTimeout(resolve, 50));
        const late = performance.now() - asked > 100;
        calm = late || figure.querySelector('[data-busy="true"]') ? 0 : calm + 1;
      }
      return { moves, restMs: performance.now() - stopped };
    },
    { slug, label, seconds, perSecond },
  );
}

/** Text that a reader may type into any field. */
const TYPED = ['0', '0.01', '1', '-1', '1e9', 'x', '', '<b>x</b>', '0.0200000001', '9999999999'];

/** What may stand in a link, whatever the key. */
const LINKED = [
  '0',
  '1',
  '7',
  '100',
  '0.01',
  '0.5',
  '-3',
  'x',
  '1.2.3',
  '3.1',
  '',
  '<i>',
  'hmda',
  'titanic-2201',
  'all',
];

export interface Deed {
  readonly slug: string;
  readonly what: string;
}

/**
 * Does one thing with a figure at random: moves, picks, presses, types, drags, or opens a link to it. The same seed and number
 * do the same while the page is the same.
 */
export async function doSomething(page: Page, slugs: readonly string[], seed: number, number: number): Promise<Deed> {
  const random = createRandom(seed, number);
  const slug = slugs[random.below(slugs.length)];
  if (random.below(12) === 0) return { slug, what: await followLink(page, slug, random) };
  const figure = page.locator(`[data-island="${slug}"]`);
  await figure.evaluate((element) => element.scrollIntoView({ block: 'center', behavior: 'instant' }));
  if (random.below(5) === 0) return { slug, what: await drag(page, slug, random) };
  const draws = Array.from({ length: 4 }, () => random.uniform());
  const what = await figure.evaluate(
    (element, { draws, typed }) => {
      const [which, how, value, text] = draws;
      const pick = <T>(list: readonly T[], draw: number): T => list[Math.floor(draw * list.length)];
      const controls = [
        ...element.querySelectorAll<HTMLElement>('button, input, select, summary, [tabindex="0"]'),
      ].filter(
        (control) =>
          control.checkVisibility() && !control.matches(':disabled, [type="file"]') && !control.closest('.menu'),
      );
      if (controls.length === 0) return 'nothing to do';
      const control = pick(controls, which);
      const name = control.getAttribute('aria-label') ?? control.textContent?.trim().slice(0, 30) ?? '';
      const set = (prototype: object, next: string, event: string) => {
        Object.getOwnPropertyDescriptor(prototype, 'value')!.set!.call(control, next);
        control.dispatchEvent(new Event(event, { bubbles: true }));
      };
      if (control instanceof HTMLSelectElement) {
        const option = pick([...control.options], value);
        set(HTMLSelectElement.prototype, option.value, 'change');
        return `chose ${option.value} in ${name}`;
      }
      if (control instanceof HTMLInputElement && control.type === 'range') {
        const [min, max] = [Number(control.min), Number(control.max)];
        const next = String(how < 0.2 ? min : how < 0.4 ? max : min + value * (max - min));
        set(HTMLInputElement.prototype, next, 'input');
        return `moved slider ${control.id} to ${next}`;
      }
      if (control instanceof HTMLInputElement && control.type === 'text') {
        const next = pick(typed, text);
        set(HTMLInputElement.prototype, next, 'input');
        control.dispatchEvent(new FocusEvent('focusout', { bubbles: true }));
        return `typed ${next} into ${control.id}`;
      }
      if (control.matches('[tabindex="0"]') && how < 0.7) {
        const key = pick(['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Enter', 'Home', 'Escape'], value);
        control.focus({ preventScroll: true });
        control.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
        return `pressed ${key} on ${name}`;
      }
      control.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
      return `clicked ${name}`;
    },
    { draws, typed: TYPED },
  );
  return { slug, what };
}

type Random = ReturnType<typeof createRandom>;

async function drag(page: Page, slug: string, random: Random): Promise<string> {
  const drawing = page.locator(`[data-island="${slug}"] svg`).nth(random.below(3));
  const box = await drawing.boundingBox({ timeout: 100 }).catch(() => null);
  if (!box) return 'nothing to drag in';
  const place = () => [box.x + random.uniform() * box.width, box.y + random.uniform() * box.height] as const;
  await page.mouse.move(...place());
  await page.mouse.down();
  for (let i = random.below(6); i >= 0; i--) await page.mouse.move(...place());
  await page.mouse.up();
  return 'dragged';
}

async function followLink(page: Page, slug: string, random: Random): Promise<string> {
  const draws = Array.from({ length: 8 }, () => random.uniform());
  return page.evaluate(
    ({ slug, draws, linked }) => {
      const pick = (list: readonly string[], draw: number): string => list[Math.floor(draw * list.length)];
      const keys =
        'n d m seed trials data person epsilon lambda a b x y step picked rules order axis k metric brush'.split(' ');
      const pairs = draws.map((draw, i) => [pick(keys, draw), pick(linked, (draw * 997 + i * 0.31) % 1)]);
      const link = `#${new URLSearchParams([['v', '1'], ['fig', slug], ...pairs])}`;
      location.hash = link;
      return `opened ${link}`;
    },
    { slug, draws, linked: LINKED },
  );
}
