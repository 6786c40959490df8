import type { ReactNode } from 'react';
import { usePage } from './page-context';

interface Props {
  slug: string;
  /** What the figure is called in links and lists. */
  title: string;
  width?: 'text' | 'page' | 'screen';
  /** The caption. */
  children?: ReactNode;
}

/** Places a figure: its default state drawn in the build, its data beside it, its caption below. */
export function Figure({ slug, title, width = 'page', children }: Props) {
  const { figures, titles } = usePage();
  const figure = figures.get(slug);
  if (!figure) throw new Error(`there is no figure "${slug}"`);
  titles.set(slug, title);
  return (
    <figure id={slug} className={`figure ${width}`} aria-label={title}>
      <div
        className={`island ${slug}`}
        data-island={slug}
        data-initial={figure.initial.file}
        // biome-ignore lint/security/noDangerouslySetInnerHtml: drawn by React in the build
        dangerouslySetInnerHTML={{ __html: figure.html }}
      />
      {children && <figcaption>{children}</figcaption>}
    </figure>
  );
}
