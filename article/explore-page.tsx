import { Figure } from '../components/furniture/figure';
import { frontMatter } from './front-matter';

/** The explorer on a page of its own. */
export function ExplorePage() {
  return (
    <>
      <header className="bar">
        <a className="home" href="../">
          {frontMatter.title}
        </a>
        <span className="where">Explorer</span>
      </header>
      <main className="prose explore">
        <header className="explore-title">
          <h1>The explorer</h1>
          <p>
            How many rule sets are about as good as the best, and whom do they treat differently? All of it is computed
            here, in your browser.
          </p>
        </header>
        <Figure slug="explorer" title="Explorer of Rashomon sets" width="screen" />
      </main>
    </>
  );
}
