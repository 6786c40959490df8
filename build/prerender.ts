import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Plugin, ViteDevServer } from 'vite';

/** What the server entry exports. A page is named by its folder: '' is the root, 'explore' is explore/index.html. */
export interface Site {
  readonly pages: readonly string[];
  /** The texts that replace the template's `<!--slots-->` on a page. */
  render(page: string): Promise<Record<string, string>>;
  /** Further files of the site, by name. */
  files(): Promise<Record<string, string>>;
}

interface Options {
  /** Module that exports a `Site`. */
  entry: string;
  /** The HTML that all pages are made from. */
  template: string;
}

const fill = (html: string, slots: Record<string, string>): string =>
  html.replace(/<!--(\w+)-->/g, (comment, name) => slots[name] ?? comment);

const fileOf = (page: string): string => (page === '' ? 'index.html' : `${page}/index.html`);

/** The page that an address or a file is about: '/explore/', 'explore/index.html' and '/explore/?x' are 'explore'. */
const pageOf = (path: string): string => path.replace(/[?#].*$/, '').replace(/^\/|\/?(index\.html)?$/g, '');

/** From a page to the site's root, so that the site works under any path. */
const rootOf = (page: string): string => (page === '' ? './' : '../'.repeat(page.split('/').length));

/**
 * Makes every page of the site from one template and from what the server entry renders: in the build, and at each request
 * in development. The build makes the server entry first, imports it, then makes the client from the filled pages.
 */
export function prerender({ entry, template }: Options): Plugin {
  let root = '';
  let server: ViteDevServer | undefined;
  let built: Site | undefined;
  // Builds may run side by side.
  const outDir = `node_modules/.cache/prerender-${process.pid}`;
  const site = async () => (server ? ((await server.ssrLoadModule(`/${entry}`)) as Site) : built);
  const isPage = (id: string) =>
    id.endsWith('.html') && built?.pages.some((page) => resolve(root, fileOf(page)) === id) === true;

  return {
    name: 'prerender',
    config: () => ({
      environments: { ssr: { build: { outDir, copyPublicDir: false, rolldownOptions: { input: entry } } } },
      builder: {
        sharedConfigBuild: true,
        async buildApp(builder) {
          const { ssr, client } = builder.environments;
          try {
            await builder.build(ssr);
            built = (await import(pathToFileURL(resolve(root, outDir, 'render.js')).href)) as Site;
            client.config.build.rolldownOptions.input = built.pages.map((page) => resolve(root, fileOf(page)));
            await builder.build(client);
          } finally {
            await rm(outDir, { recursive: true, force: true });
          }
        },
      },
    }),
    configResolved(config) {
      root = config.root;
    },
    // Pages are no files: each is the template under another name.
    resolveId: (id) => (isPage(id) ? id : undefined),
    load: (id) => (isPage(id) ? readFileSync(resolve(root, template), 'utf8') : undefined),
    async generateBundle() {
      if (this.environment.name !== 'client' || !built) return;
      for (const [fileName, source] of Object.entries(await built.files()))
        this.emitFile({ type: 'asset', fileName, source });
    },
    configureServer(development) {
      server = development;
      development.middlewares.use(async (request, response, next) => {
        const page = pageOf(request.url ?? '/');
        try {
          const entered = (await site())!;
          if (page.endsWith('.json')) {
            const file = (await entered.files())[page];
            return file === undefined ? next() : response.end(file);
          }
          if (!entered.pages.includes(page)) return next();
          const html = readFileSync(resolve(root, template), 'utf8');
          response.setHeader('Content-Type', 'text/html');
          response.end(await development.transformIndexHtml(`/${fileOf(page)}`, html));
        } catch (error) {
          next(error);
        }
      });
    },
    hotUpdate({ file, server: development }) {
      if (this.environment.name !== 'client' || !/\.(mdx|bib)$/.test(file)) return;
      development.environments.client.hot.send({ type: 'full-reload' });
    },
    transformIndexHtml: {
      order: 'pre',
      async handler(html, context) {
        const page = pageOf(server ? context.path : relative(root, context.filename));
        return fill(html, { root: rootOf(page), ...(await (await site())!.render(page)) });
      },
    },
  };
}
