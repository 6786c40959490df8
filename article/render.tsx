import { readFile } from 'node:fs/promises';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { Site } from '../build/prerender';
import { readBibliography } from '../components/furniture/bibliography';
import { type Page, PageProvider } from '../components/furniture/page-context';
import type { FigureContext } from '../components/islands/figure-module';
import { figures } from '../components/islands/registry';
import { drawStatic, type StaticFigure } from '../components/islands/static';
import { directEngine } from '../engine/worker/direct';
import { Article, CONTENTS } from './article';
import { EmbedIndex, EmbedPage } from './embed-page';
import { ExplorePage } from './explore-page';
import { frontMatter } from './front-matter';
import { Head } from './head';
import { listHeadings } from './headings';
import { readSiteUrl, sharingFiles } from './sharing';

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

/** Renders what stands on a page with the figures that it shows. */
async function renderWith(slugs: readonly string[], content: ReactNode): Promise<{ html: string; page: Page }> {
  const page: Page = {
    figures: await draw(slugs),
    titles: new Map(),
    bibliography: readBibliography(await readFile('article/references.bib', 'utf8')),
    cited: new Set(),
    footnotes: [],
  };
  return { html: renderToStaticMarkup(<PageProvider value={page}>{content}</PageProvider>), page };
}

const renderArticle = () => renderWith(Object.keys(figures), <Article />);

let titles: Promise<ReadonlyMap<string, string>> | undefined;

/** What the article calls its figures, by slug, in its order. */
function figureTitles(): Promise<ReadonlyMap<string, string>> {
  titles ??= renderArticle().then(({ page }) => page.titles);
  return titles;
}

async function renderBody(page: string): Promise<{ title: string; body: string }> {
  if (page === '') {
    const { html } = await renderArticle();
    return { title: frontMatter.title, body: html.replaceAll(CONTENTS, listHeadings(html)) };
  }
  if (page === 'explore') {
    const { html } = await renderWith(['explorer'], <ExplorePage />);
    return { title: `Explorer · ${frontMatter.title}`, body: html };
  }
  if (page === 'embed') {
    const { html } = await renderWith([], <EmbedIndex titles={await figureTitles()} />);
    return { title: `Figures to embed · ${frontMatter.title}`, body: html };
  }
  const slug = page.replace('embed/', '');
  const title = (await figureTitles()).get(slug)!;
  const { html } = await renderWith([slug], <EmbedPage slug={slug} title={title} />);
  return { title: `${title} · ${frontMatter.title}`, body: html };
}

const site = readSiteUrl(process.env.SITE_URL);

const READ_PAGES = ['', 'explore'];

export const pages: Site['pages'] = [...READ_PAGES, 'embed', ...Object.keys(figures).map((slug) => `embed/${slug}`)];

/** Renders a page of the site; the build and the development server call it. */
export const render: Site['render'] = async (page) => {
  const { title, body } = await renderBody(page);
  return { head: renderToStaticMarkup(<Head title={title} page={page} site={site} />), body };
};

export const files: Site['files'] = async () => {
  const initials = (await Promise.all(drawn.values())).map(({ initial }) => [initial.file, initial.json]);
  return { ...sharingFiles(site, READ_PAGES), ...Object.fromEntries(initials) };
};
