import { readFile } from 'node:fs/promises';
import { renderToStaticMarkup } from 'react-dom/server';
import type { Render } from '../build/prerender';
import { readBibliography } from '../components/furniture/bibliography';
import { type Page, PageProvider } from '../components/furniture/page-context';
import type { FigureContext } from '../components/islands/figure-module';
import { figures } from '../components/islands/registry';
import { drawStatic, type StaticFigure } from '../components/islands/static';
import { directEngine } from '../engine/worker/direct';
import { Article, CONTENTS } from './article';
import { ExplorePage } from './explore-page';
import { frontMatter } from './front-matter';
import { Head } from './head';
import { listHeadings } from './headings';

const context: FigureContext = {
  engine: directEngine,
  readText: (path) => readFile(`public/${path}`, 'utf8'),
};

/** Figures are drawn once for all pages of a build. */
const drawn = new Map<string, Promise<StaticFigure>>();

async function draw(slugs: readonly string[]): Promise<Map<string, StaticFigure>> {
  const result = new Map<string, StaticFigure>();
  for (const slug of slugs) {
    if (!drawn.has(slug) || import.meta.env.DEV) drawn.set(slug, drawStatic(slug, context));
    result.set(slug, await drawn.get(slug)!);
  }
  return result;
}

async function newPage(slugs: readonly string[]): Promise<Page> {
  return {
    figures: await draw(slugs),
    bibliography: readBibliography(await readFile('article/references.bib', 'utf8')),
    cited: new Set(),
    footnotes: [],
  };
}

/** Renders a page of the site; the build and the development server call it. */
export const render: Render = async (path) => {
  if (path === 'explore') {
    const page = await newPage(['explorer']);
    return {
      head: renderToStaticMarkup(<Head title={`Explorer · ${frontMatter.title}`} />),
      body: renderToStaticMarkup(
        <PageProvider value={page}>
          <ExplorePage />
        </PageProvider>,
      ),
    };
  }
  const page = await newPage(Object.keys(figures));
  const text = renderToStaticMarkup(
    <PageProvider value={page}>
      <Article />
    </PageProvider>,
  );
  return {
    head: renderToStaticMarkup(<Head title={frontMatter.title} />),
    body: text.replaceAll(CONTENTS, listHeadings(text)),
  };
};
