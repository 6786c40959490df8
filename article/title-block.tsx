import { frontMatter } from './front-matter';

/** Title and standfirst. */
export function TitleBlock() {
  return (
    <header className="prose">
      <div className="title-block">
        <h1>{frontMatter.title}</h1>
        <p className="lede">{frontMatter.subtitle}</p>
      </div>
    </header>
  );
}
