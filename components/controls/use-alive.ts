import { useSyncExternalStore } from 'react';

const never = () => () => {};

/**
 * Whether a script draws this: not in the static page, nor while it comes alive. A list or a text field stands in the static page
 * as what it is set to: without script it could not be used, and a browser looks at every such field when a page is loaded, for which it
 * lays out all that they stand in.
 */
export const useAlive = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
