import { frontMatter } from './front-matter';

/** The bar at the top: where one is, and the way to everywhere else. */
export function Bar({ contents }: { contents: string }) {
  return (
    <header className="bar">
      <a className="home" href="#article">
        {frontMatter.title}
      </a>
      <span className="where" aria-hidden="true" />
      <details>
        <summary>Contents</summary>
        <nav aria-label="Contents">
          {/* biome-ignore lint/security/noDangerouslySetInnerHtml: made from our own headings, in the build */}
          <ol className="contents" dangerouslySetInnerHTML={{ __html: contents }} />
        </nav>
      </details>
      <a className="tool" href="./explore/">
        Explorer
      </a>
    </header>
  );
}
