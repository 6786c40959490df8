import { frontMatter } from './front-matter';
import { addressOf } from './sharing';

/**
 * What the page may load and run: itself. WebAssembly is compiled from its own scripts; Gecode, which may join the race, starts
 * its worker from a blob; exported pictures hold their fonts and canvases as data; one public host is asked for tables on request.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self' https://raw.githubusercontent.com",
  "worker-src 'self' blob:",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** The opening figure, 1200 by 630 pixels. */
const PICTURE = 'preview.png';

/** For search engines and link previews (schema.org). */
const describe = (site: string | undefined) => ({
  '@context': 'https://schema.org',
  '@type': 'ScholarlyArticle',
  headline: frontMatter.title,
  alternativeHeadline: frontMatter.subtitle,
  description: frontMatter.description,
  datePublished: frontMatter.updates.at(-1)?.date,
  dateModified: frontMatter.updates[0].date,
  inLanguage: 'en',
  isAccessibleForFree: true,
  license: 'https://creativecommons.org/licenses/by/4.0/',
  ...(site && { url: site, image: `${site}${PICTURE}` }),
  about: [
    'Rashomon sets',
    'Cover’s function-counting theorem',
    'predictive multiplicity',
    'interpretable machine learning',
  ],
});

/** What the opening has beside the fonts of every page; asked for at once, it comes behind what is read first. */
const FONTS_OF_OPENING = ['source-serif-4-latin-400-italic', 'source-sans-3-greek-wght-normal'];

interface Props {
  title: string;
  /** The page's folder in the site, '' for the root. */
  page: string;
  /** The site's address, where it is known: link previews and search engines want whole addresses. */
  site: string | undefined;
}

function WholeAddresses({ title, page, site }: Props & { site: string }) {
  return (
    <>
      <link rel="canonical" href={addressOf(site, page)} />
      <link rel="alternate" type="application/atom+xml" title={frontMatter.title} href={`${site}feed.xml`} />
      <meta property="og:url" content={addressOf(site, page)} />
      <meta property="og:image" content={`${site}${PICTURE}`} />
      <meta property="og:image:width" content="1200" />
      <meta property="og:image:height" content="630" />
      <meta property="og:image:alt" content={`The opening figure of ${title}: each dot is a model`} />
    </>
  );
}

const StructuredData = ({ site }: { site: string | undefined }) => {
  const json = JSON.stringify(describe(site)).replace(/</g, '\\u003c');
  // biome-ignore lint/security/noDangerouslySetInnerHtml: our own JSON, in which every "<" is escaped
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />;
};

/** What stands in the head of a page beside the character set. */
export function Head({ title, page, site }: Props) {
  return (
    <>
      {import.meta.env.PROD && <meta httpEquiv="Content-Security-Policy" content={POLICY} />}
      <title>{title}</title>
      <meta name="description" content={frontMatter.description} />
      <meta name="color-scheme" content="light dark" />
      <meta property="og:type" content="article" />
      <meta property="og:site_name" content={frontMatter.title} />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={frontMatter.description} />
      {site && <WholeAddresses title={title} page={page} site={site} />}
      <meta name="twitter:card" content={site ? 'summary_large_image' : 'summary'} />
      <meta name="theme-color" media="(prefers-color-scheme: light)" content="#fdfcf9" />
      <meta name="theme-color" media="(prefers-color-scheme: dark)" content="#14171d" />
      {page === '' && <StructuredData site={site} />}
      {page === '' &&
        FONTS_OF_OPENING.map((name) => (
          <link
            key={name}
            rel="preload"
            as="font"
            type="font/woff2"
            fetchPriority="low"
            crossOrigin=""
            href={`/article/fonts/${name}.woff2`}
          />
        ))}
    </>
  );
}
