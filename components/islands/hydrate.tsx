import { flushSync } from 'react-dom';
import { hydrateRoot } from 'react-dom/client';
import { figures } from './registry';

/** Makes the static default state of a figure live. The data of that state stand in the script beside it. */
export async function hydrate(element: HTMLElement): Promise<void> {
  const slug = element.dataset.island!;
  const { Component } = (await figures[slug]()).default;
  const data = document.getElementById(`${slug}-initial`)?.textContent ?? 'null';
  flushSync(() => hydrateRoot(element, <Component initial={JSON.parse(data)} />, { identifierPrefix: `${slug}-` }));
  element.dataset.alive = '';
}
