/** The table of contents of a rendered article, as list items that link to its second-level headings. */
export function listHeadings(html: string): string {
  const items: string[] = [];
  for (const [, id, inner] of html.matchAll(/<h2[^>]* id="([^"]+)"[^>]*>(.*?)<\/h2>/gs)) {
    items.push(`<li><a href="#${id}">${inner.replace(/<a [^>]*>.*?<\/a>/gs, '').replace(/<[^>]+>/g, '')}</a></li>`);
  }
  return items.join('');
}
