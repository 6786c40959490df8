import mdx from '@mdx-js/rollup';
import react from '@vitejs/plugin-react';
import rehypeKatex from 'rehype-katex';
import rehypeSlug from 'rehype-slug';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkSmartypants from 'remark-smartypants';
import { defineConfig } from 'vitest/config';
import { assemblyScript } from './build/asc.ts';
import { failOnMessages } from './build/fail-on-messages.ts';
import { firstPaint } from './build/first-paint.ts';
import { tidyMathml } from './build/mathml.ts';
import { parts } from './build/parts.ts';
import { prerender } from './build/prerender.ts';
import { remarkCite } from './build/remark-cite.ts';
import { serviceWorker } from './build/service-worker.ts';

export default defineConfig({
  base: './',
  appType: 'mpa',
  plugins: [
    assemblyScript(),
    {
      enforce: 'pre',
      ...mdx({
        remarkPlugins: [remarkGfm, remarkMath, remarkSmartypants, remarkCite],
        rehypePlugins: [
          rehypeSlug,
          [rehypeKatex, { output: 'mathml', strict: 'error' }],
          tidyMathml,
          parts,
          failOnMessages,
        ],
      }),
    },
    react(),
    firstPaint(),
    serviceWorker('article/service-worker.js'),
    prerender({ entry: 'article/render.tsx', template: 'article/page.html' }),
  ],
  // The page's policy allows no font or script from a data address.
  build: { assetsInlineLimit: 0 },
  worker: { format: 'es', plugins: () => [assemblyScript()] },
  preview: { port: 4173 },
  test: {
    include: ['{article,build,components,engine}/**/*.test.{ts,tsx}'],
    setupFiles: ['build/test-seed.ts'],
    testTimeout: 30_000,
  },
});
