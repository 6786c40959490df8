import { renderToString } from 'react-dom/server';
import { type FigureContext, type LiveValues, PICTURE } from './figure-module';
import { figures } from './registry';

/** A figure drawn in its default state, ready to be put into a page. */
export interface StaticFigure {
  readonly html: string;
  /** JSON of the default state, safe inside a script element. */
  readonly initial: string;
  readonly live: LiveValues;
}

/** Runs the engine for a figure's default state and draws it. */
export async function drawStatic(slug: string, context: FigureContext): Promise<StaticFigure> {
  const { Component, load, live } = (await figures[slug]()).default;
  const initial = await load(context);
  const html = renderToString(<Component initial={initial} />, { identifierPrefix: `${slug}-` });
  const json = JSON.stringify(initial, (key, value) => (key === PICTURE ? undefined : value));
  return { html, initial: json.replace(/</g, '\\u003c'), live: live?.(initial) ?? {} };
}
