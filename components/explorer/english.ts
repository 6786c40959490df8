import type { Answers } from './settings';

/** A rule set as a sentence with a list, from its rules in words. */
export const writeEnglish = (words: readonly string[], { yes, no }: Answers): string =>
  `${yes} when at least one of these holds:\n${words.map((rule) => `- ${rule}`).join('\n')}\notherwise ${no}.\n`;
