import { frontMatter } from './front-matter';

const escapeXml = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');

/** The address of a page of the site; '' is the root. */
export const addressOf = (site: string, page: string): string => new URL(page && `${page}/`, site).href;

/** The site's address as given, with the slash at its end that makes it a folder; undefined where it is unknown. */
export function readSiteUrl(given: string | undefined): string | undefined {
  if (!given) return undefined;
  if (!/^https?:\/\//.test(given) || !URL.canParse(given))
    throw new Error(`SITE_URL is "${given}": it must be the address of the site, as in https://example.org/models/`);
  return given.endsWith('/') ? given : `${given}/`;
}

const sitemap = (site: string, pages: readonly string[]): string => `<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${pages.map((page) => `  <url><loc>${escapeXml(addressOf(site, page))}</loc><lastmod>${frontMatter.updates[0].date}</lastmod></url>`).join('\n')}
</urlset>
`;

const feed = (site: string): string => `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
  <id>${escapeXml(site)}</id>
  <title>${escapeXml(frontMatter.title)}</title>
  <subtitle>${escapeXml(frontMatter.description)}</subtitle>
  <updated>${frontMatter.updates[0].date}T00:00:00Z</updated>
  <author><name>${escapeXml(frontMatter.title)}</name></author>
  <link href="${escapeXml(site)}"/>
  <link rel="self" href="${escapeXml(site)}feed.xml"/>
${frontMatter.updates
  .map(
    ({ date, title }) => `  <entry>
    <id>${escapeXml(site)}#${date}</id>
    <title>${escapeXml(title)}</title>
    <updated>${date}T00:00:00Z</updated>
    <link href="${escapeXml(site)}"/>
    <summary>${escapeXml(frontMatter.description)}</summary>
  </entry>`,
  )
  .join('\n')}
</feed>
`;

/** What search engines and feed readers ask for. A sitemap and a feed hold whole addresses: without the site's they are left out. */
export function sharingFiles(site: string | undefined, pages: readonly string[]): Record<string, string> {
  const robots = 'User-agent: *\nAllow: /\n';
  if (!site) return { 'robots.txt': robots };
  return {
    'robots.txt': `${robots}Sitemap: ${site}sitemap.xml\n`,
    'sitemap.xml': sitemap(site, pages),
    'feed.xml': feed(site),
  };
}
