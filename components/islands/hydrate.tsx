import { type ReactNode, useEffect } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { keepHeight } from '../furniture/keep-height';
import { siteRoot } from '../site-root';
import { Guard } from './guard';
import { figures } from './registry';

/** Tells when all inside has come alive: before that no event reaches it. */
function Alive({ onReady, children }: { onReady: () => void; children: ReactNode }) {
  useEffect(onReady, [onReady]);
  return children;
}

async function fetchInitial(file: string): Promise<unknown> {
  const response = await fetch(new URL(file, siteRoot()));
  if (!response.ok) throw new Error(`${file}: ${response.status}`);
  return response.json();
}

/** Makes the static default state of a figure live. Rejects when the network does not give its code or its numbers. */
export async function hydrate(element: HTMLElement): Promise<void> {
  const slug = element.dataset.island!;
  const [module, initial] = await Promise.all([figures[slug](), fetchInitial(element.dataset.initial!)]);
  const { Component } = module.default;
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
  keepHeight(element.closest('figure')!);
}
