import { type ReactNode, useEffect } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { Guard } from './guard';
import { figures } from './registry';

/** Tells when all inside has come alive: before that no event reaches it. */
function Alive({ onReady, children }: { onReady: () => void; children: ReactNode }) {
  useEffect(onReady, [onReady]);
  return children;
}

/** Makes the static default state of a figure live. The data of that state stand in the script beside it. */
export async function hydrate(element: HTMLElement): Promise<void> {
  const slug = element.dataset.island!;
  const { Component } = (await figures[slug]()).default;
  const initial = JSON.parse(document.getElementById(`${slug}-initial`)?.textContent ?? 'null');
  await new Promise<void>((ready) => {
    const figure = (
      <Alive onReady={ready}>
        <Guard>
          <Component initial={initial} />
        </Guard>
      </Alive>
    );
    hydrateRoot(element, figure, { identifierPrefix: `${slug}-` });
  });
  element.dataset.alive = '';
}
