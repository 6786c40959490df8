import { frontMatter } from './front-matter';

/** What stands in the head of a page beside the character set. */
export function Head({ title }: { title: string }) {
  return (
    <>
      <title>{title}</title>
      <meta name="description" content={frontMatter.description} />
      <meta name="color-scheme" content="light dark" />
      <meta property="og:type" content="article" />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={frontMatter.description} />
      <meta name="theme-color" media="(prefers-color-scheme: light)" content="#fdfcf9" />
      <meta name="theme-color" media="(prefers-color-scheme: dark)" content="#14171d" />
    </>
  );
}
