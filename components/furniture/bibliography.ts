import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-csl';
import { Cite } from '@citation-js/core';

interface Name {
  family?: string;
  given?: string;
  literal?: string;
}

interface Entry {
  id: string;
  author?: Name[];
  issued?: { 'date-parts': number[][] };
  DOI?: string;
  URL?: string;
  title?: string;
}

/** The references of the article, formatted once in the build. */
export interface Bibliography {
  /** "Cover" / "Marx et al." and the year; throws on an unknown key. */
  label(key: string): { who: string; year: string };
  /** The reference as HTML from citation-js, in APA style. */
  html(key: string): string;
  /** Where the work is found, if its entry says. */
  url(key: string): string | undefined;
  /** Keys in the order of a reference list. */
  sorted(keys: Iterable<string>): string[];
}

const surname = (name: Name): string => name.family ?? name.literal ?? '';

function who(authors: Name[] = []): string {
  if (authors.length > 2) return `${surname(authors[0])} et al.`;
  return authors.map(surname).join(' & ');
}

/** Reads BibTeX. */
export function readBibliography(bibtex: string): Bibliography {
  const entries = new Map<string, Entry>((new Cite(bibtex).data as Entry[]).map((entry) => [entry.id, entry]));
  const find = (key: string): Entry => {
    const entry = entries.get(key);
    if (!entry) throw new Error(`no reference has the key "${key}"`);
    return entry;
  };
  const year = (entry: Entry) => String(entry.issued?.['date-parts'][0][0] ?? 'n.d.');
  const sortKey = (key: string) => `${find(key).author?.map(surname).join(' ')} ${year(find(key))}`;
  return {
    label: (key) => ({ who: who(find(key).author), year: year(find(key)) }),
    html: (key) =>
      new Cite(find(key)).format('bibliography', { format: 'html', template: 'apa', lang: 'en-US' }) as string,
    url: (key) => (find(key).DOI ? `https://doi.org/${find(key).DOI}` : find(key).URL),
    sorted: (keys) => [...keys].sort((a, b) => sortKey(a).localeCompare(sortKey(b), 'en')),
  };
}
