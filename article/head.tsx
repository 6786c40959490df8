import { frontMatter } from './front-matter';

/** What the page may load and run: itself. WebAssembly is compiled from its own scripts; one public host is asked for tables on request. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self' https://raw.githubusercontent.com",
  "worker-src 'self' blob:",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** For search engines and link previews (schema.org). */
const description = {
  '@context': 'https://schema.org',
  '@type': 'ScholarlyArticle',
  headline: frontMatter.title,
  alternativeHeadline: frontMatter.subtitle,
  description: frontMatter.description,
  datePublished: frontMatter.year,
  inLanguage: 'en',
  isAccessibleForFree: true,
  license: 'https://creativecommons.org/licenses/by/4.0/',
  about: [
    'Rashomon sets',
    'Cover’s function-counting theorem',
    'predictive multiplicity',
    'interpretable machine learning',
  ],
};

/** What stands in the head of a page beside the character set. */
export function Head({ title }: { title: string }) {
  return (
    <>
      {import.meta.env.PROD && <meta httpEquiv="Content-Security-Policy" content={POLICY} />}
      <title>{title}</title>
      <meta name="description" content={frontMatter.description} />
      <meta name="color-scheme" content="light dark" />
      <meta property="og:type" content="article" />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={frontMatter.description} />
      <meta name="twitter:card" content="summary" />
      <meta name="theme-color" media="(prefers-color-scheme: light)" content="#fdfcf9" />
      <meta name="theme-color" media="(prefers-color-scheme: dark)" content="#14171d" />
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own JSON, which holds no "<" */}
      <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: JSON.stringify(description) }} />
    </>
  );
}
