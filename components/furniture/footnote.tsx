import type { ReactNode } from 'react';
import { usePage } from './page-context';

/** A numbered note: its text stands at the end of the article and hovers over the number. */
export function Footnote({ children }: { children: ReactNode }) {
  const number = usePage().footnotes.push(children);
  return (
    <sup className="footnote">
      <a href={`#note-${number}`} id={`note-${number}-mark`} data-card="" aria-label={`Note ${number}`}>
        {number}
      </a>
    </sup>
  );
}

/** All notes above it. */
export function Footnotes() {
  const { footnotes } = usePage();
  return (
    <ol className="footnotes">
      {footnotes.map((note, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the index is the note's number
        <li key={i} id={`note-${i + 1}`}>
          <span>{note}</span>{' '}
          <a href={`#note-${i + 1}-mark`} className="back" aria-label={`Back to note ${i + 1} in the text`}>
            ↩
          </a>
        </li>
      ))}
    </ol>
  );
}
