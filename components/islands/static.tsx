import { createHash } from 'node:crypto';
import { renderToString } from 'react-dom/server';
import { type FigureContext, type LiveValues, PICTURE } from './figure-module';
import { figures } from './registry';

/** A figure drawn in its default state, ready to be put into a page. */
export interface StaticFigure {
  readonly html: string;
  /** JSON of the default state: a file of the site, fetched when the figure comes alive. */
  readonly initial: { readonly file: string; readonly json: string };
  readonly live: LiveValues;
}

/** Runs the engine for a figure's default state and draws it. */
export async function drawStatic(slug: string, context: FigureContext): Promise<StaticFigure> {
  const { Component, load, live } = (await figures[slug]()).default;
  const initial = await load(context);
  const html = renderToString(<Component initial={initial} />, { identifierPrefix: `${slug}-` });
  const json = JSON.stringify(initial, (key, value) => (key === PICTURE ? undefined : value));
  // A page never meets the data of another build.
  const version = createHash('sha256').update(html).update(json).digest('hex').slice(0, 8);
  return { html, initial: { file: `assets/${slug}-${version}.json`, json }, live: live?.(initial) ?? {} };
}
