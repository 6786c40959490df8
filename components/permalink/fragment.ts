/** Version of the links that this page writes. */
export const LINK_VERSION = '1';

/** Longest fragment that is read at all: a link is a few hundred characters. */
const LONGEST = 8000;

/** Key-value pairs of a fragment, the first of each key; empty when it is not one of ours. */
export function readFragment(hash: string): Map<string, string> {
  const pairs = new Map<string, string>();
  if (hash.length > LONGEST || !/[#&]fig=/.test(hash)) return pairs;
  for (const [key, value] of new URLSearchParams(hash.replace(/^#/, ''))) if (!pairs.has(key)) pairs.set(key, value);
  return pairs;
}

/** The figure that a fragment is about, if any. */
export const figureOfHash = (hash: string): string | undefined => readFragment(hash).get('fig');

/** Marks an entry of the history whose address the page itself keeps: coming back to it is no reason to jump to the figure. */
const KEPT = 'kept';

/** Lets the address bar follow a figure, without a new entry in the history. */
export const keepAddress = (address: string): void => history.replaceState(KEPT, '', address);

/** Whether the address is one that the page wrote, not a link that has just been opened. */
export const isKept = (): boolean => history.state === KEPT;

/** `#v=1&fig=slug&key=value…`, keys in the order given. */
export function writeFragment(slug: string, pairs: Iterable<readonly [string, string]>): string {
  return `#${new URLSearchParams([['v', LINK_VERSION], ['fig', slug], ...[...pairs].map(([k, v]) => [k, v])])}`;
}
