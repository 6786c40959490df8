import { rm } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Plugin, ViteDevServer } from 'vite';

/** What the page's server entry exports: for the path of an HTML file, the texts that replace its `<!--slots-->`. */
export type Render = (page: string) => Promise<Record<string, string>>;

interface Options {
  /** Module that exports `render`. */
  entry: string;
  /** HTML files, from the root. */
  pages: string[];
}

const fill = (html: string, slots: Record<string, string>): string =>
  html.replace(/<!--(\w+)-->/g, (comment, name) => slots[name] ?? comment);

/**
 * Fills the HTML pages at build time, and at each request in development, with what the server entry renders.
 * The build makes the server entry first, imports it, then makes the client from the filled pages.
 */
export function prerender({ entry, pages }: Options): Plugin {
  let server: ViteDevServer | undefined;
  let render: Render | undefined;
  // Builds may run side by side.
  const outDir = `node_modules/.cache/prerender-${process.pid}`;

  return {
    name: 'prerender',
    config: () => ({
      environments: {
        ssr: { build: { outDir, copyPublicDir: false, rollupOptions: { input: entry } } },
        client: { build: { rollupOptions: { input: pages } } },
      },
      builder: {
        sharedConfigBuild: true,
        async buildApp(builder) {
          try {
            await builder.build(builder.environments.ssr);
            render = (await import(pathToFileURL(resolve(builder.config.root, outDir, 'render.js')).href)).render;
            await builder.build(builder.environments.client);
          } finally {
            await rm(outDir, { recursive: true, force: true });
          }
        },
      },
    }),
    configureServer(development) {
      server = development;
    },
    hotUpdate({ file, server: development }) {
      if (this.environment.name !== 'client' || !/\.(mdx|bib)$/.test(file)) return;
      development.environments.client.hot.send({ type: 'full-reload' });
    },
    transformIndexHtml: {
      order: 'pre',
      async handler(html, context) {
        const make = server ? ((await server.ssrLoadModule(`/${entry}`)).render as Render) : render;
        if (!make) return html;
        const page = context.path.replace(/^\//, '').replace(/(^|\/)$/, '$1index.html');
        return fill(html, await make(dirname(page) === '.' ? '' : dirname(page)));
      },
    },
  };
}
