import { workerEngine } from '../engine/worker/client';
import type { FigureContext } from './islands/figure-module';
import { memo } from './memo';
import { siteRoot } from './site-root';

async function fetchText(path: string): Promise<string> {
  const response = await fetch(new URL(path, siteRoot()));
  if (!response.ok) throw new Error(`${path} could not be loaded (${response.status})`);
  return response.text();
}

const fetchOnce = memo(
  (_: FigureContext, path: string) => fetchText(path),
  (path) => path,
);

/** The browser's side of a figure's context: workers shared by the page, files fetched once. */
export const browserContext: FigureContext = {
  engine: workerEngine(),
  readText: (path) => fetchOnce(browserContext, path),
};
