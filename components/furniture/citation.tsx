import { Fragment } from 'react';
import { usePage } from './page-context';

interface Props {
  /** Keys of the bibliography, separated by spaces. */
  keys: string;
  /** "Cover (1965)" instead of "(Cover, 1965)". */
  inText?: boolean;
}

/** A citation in author–year form; each work links to its entry, which hovers over it. */
export function Cite({ keys, inText = false }: Props) {
  const { bibliography, cited } = usePage();
  const works = keys.split(' ');
  for (const key of works) cited.add(key);
  const link = (key: string) => {
    const { who, year } = bibliography.label(key);
    return (
      <a className="cite" href={`#ref-${key}`} data-card="">
        {inText ? `${who} (${year})` : `${who}, ${year}`}
      </a>
    );
  };
  if (inText) return link(works[0]);
  return (
    <span className="cites">
      (
      {works.map((key, i) => (
        <Fragment key={key}>
          {i > 0 && '; '}
          {link(key)}
        </Fragment>
      ))}
      )
    </span>
  );
}

/** The list of all works cited above it. */
export function References() {
  const { bibliography, cited } = usePage();
  return (
    <ul className="references">
      {bibliography.sorted(cited).map((key) => (
        <li key={key} id={`ref-${key}`}>
          {/* biome-ignore lint/security/noDangerouslySetInnerHtml: formatted by citation-js from our own file, in the build */}
          <span dangerouslySetInnerHTML={{ __html: bibliography.html(key) }} />
        </li>
      ))}
    </ul>
  );
}
