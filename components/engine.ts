import { workerEngine } from '../engine/worker/client';
import type { FigureContext } from './islands/figure-module';
import { siteRoot } from './site-root';

async function fetchText(path: string): Promise<string> {
  const response = await fetch(new URL(path, siteRoot()));
  if (!response.ok) throw new Error(`${path} could not be loaded (${response.status})`);
  return response.text();
}

const texts = new Map<string, Promise<string>>();

/** The browser's side of a figure's context: workers shared by the page, files fetched once. */
export const browserContext: FigureContext = {
  engine: workerEngine(),
  readText(path) {
    let text = texts.get(path);
    if (!text) {
      text = fetchText(path);
      text.catch(() => texts.delete(path));
      texts.set(path, text);
    }
    return text;
  },
};
