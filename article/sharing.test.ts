import { describe, expect, it } from 'vitest';
import { addressOf, readSiteUrl, sharingFiles } from './sharing';

describe('the address of the site', () => {
  it('ends with a slash, so that pages are found below it', () => {
    expect(readSiteUrl('https://example.org/a/b')).toBe('https://example.org/a/b/');
    expect(addressOf('https://example.org/a/b/', 'explore')).toBe('https://example.org/a/b/explore/');
    expect(addressOf('https://example.org/a/b/', '')).toBe('https://example.org/a/b/');
  });

  it('may be unknown, but not wrong', () => {
    expect(readSiteUrl(undefined)).toBeUndefined();
    expect(readSiteUrl('')).toBeUndefined();
    expect(() => readSiteUrl('example.org')).toThrow('SITE_URL is "example.org"');
    expect(() => readSiteUrl('https://')).toThrow('SITE_URL');
  });
});

describe('files for search engines and feed readers', () => {
  it('name every page by its whole address', () => {
    const files = sharingFiles('https://example.org/a&b/', ['', 'explore']);
    expect(files['sitemap.xml']).toContain('<loc>https://example.org/a&amp;b/</loc>');
    expect(files['sitemap.xml']).toContain('<loc>https://example.org/a&amp;b/explore/</loc>');
    expect(files['robots.txt']).toContain('Sitemap: https://example.org/a&b/sitemap.xml');
    expect(files['feed.xml'].match(/<updated>\d{4}-\d\d-\d\dT00:00:00Z<\/updated>/g)?.length).toBeGreaterThan(1);
  });

  it('leave out what cannot be said without an address', () => {
    expect(Object.keys(sharingFiles(undefined, ['', 'explore']))).toEqual(['robots.txt']);
  });
});
