import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import subsetFont from 'subset-font';
import characters from '../article/fonts/characters.json' with { type: 'json' };
import { italic } from './mathml.ts';

/** Cuts the page's fonts to the characters of `article/fonts/characters.json`, into that folder. */

const ASCII = String.fromCharCode(...Array.from({ length: 95 }, (_, i) => 32 + i));
const text = ASCII + characters.text;
const upright = ASCII + characters.math;
const math = upright + [...upright].map(italic).join('');
const weights = { wght: { min: 400, max: 700 } };

const CUTS = [
  ['@fontsource/source-serif-4/files/source-serif-4-latin-400-normal.woff2', text, {}],
  ['@fontsource/source-serif-4/files/source-serif-4-latin-400-italic.woff2', text, {}],
  ['@fontsource/source-serif-4/files/source-serif-4-latin-600-normal.woff2', text, {}],
  ['@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2', text, weights],
  ['@fontsource-variable/source-sans-3/files/source-sans-3-greek-wght-normal.woff2', characters.greek, weights],
  ['@fontsource/stix-two-math/files/stix-two-math-latin-400-normal.woff2', math, {}],
] as const;

/** Figures of both kinds and widths, ligatures, and what small type in formulas asks for. */
const FEATURES = ['ccmp', 'kern', 'liga', 'lnum', 'onum', 'pnum', 'tnum', 'ssty'];

const { resolve } = createRequire(import.meta.url);
const folder = new URL('../article/fonts/', import.meta.url);
mkdirSync(folder, { recursive: true });
for (const [source, kept, variationAxes] of CUTS) {
  const name = source.replace(/^.*\//, '');
  // the library's types do not know noHinting yet
  const options = { targetFormat: 'woff2', variationAxes, noHinting: true, keepFeatures: FEATURES } as const;
  const cut = await subsetFont(readFileSync(resolve(source)), kept, { ...options });
  writeFileSync(new URL(name, folder), cut);
  console.log(`${name}: ${cut.length} bytes`);
}
