/** What the title block, the link preview and the citation say. */
export const frontMatter = {
  title: 'How Many Models Fit?',
  subtitle:
    'Many models can fit the same data equally well and still treat people differently. In 1965 Thomas Cover counted the linear ones with a formula. Rule sets have none, so this page counts them in your browser.',
  description:
    'An interactive article on Cover’s function-counting theorem and on Rashomon sets: how many equally good models your data allows, and what that means for the people in it.',
  year: '2026',
  /** What a reader who comes back must know of, the newest first: the feed and the structured data say it. */
  updates: [{ date: '2026-11-23', title: 'First version' }],
} as const;
