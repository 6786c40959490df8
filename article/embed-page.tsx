import { Figure } from '../components/furniture/figure';
import { frontMatter } from './front-matter';

/** One figure alone, to stand in another page's frame. */
export function EmbedPage({ slug, title }: { slug: string; title: string }) {
  return (
    <main className="prose embed">
      <Figure slug={slug} title={title} width="screen" />
      <p className="way-back">
        {title}, from{' '}
        <a href="../../" target="_blank" rel="noopener" data-keeps-state="">
          {frontMatter.title}
        </a>
      </p>
    </main>
  );
}

/** All figures that can stand alone; with `?fig=slug` the page leads on to that figure. */
export function EmbedIndex({ titles }: { titles: ReadonlyMap<string, string> }) {
  return (
    <main className="prose embed-index">
      <h1>Figures to embed</h1>
      <p>
        Each figure of <a href="../">{frontMatter.title}</a> has a page of its own that other pages may show in a frame.
        The figure’s own “Share” gives the code for what it shows at that moment.
      </p>
      <ol>
        {[...titles].map(([slug, title]) => (
          <li key={slug}>
            <a href={`./${slug}/`} data-fig={slug}>
              {title}
            </a>
          </li>
        ))}
      </ol>
    </main>
  );
}
