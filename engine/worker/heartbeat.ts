/** How often a worker is looked after, and after how many looks without a word from it it is given up. */
const EVERY_MS = 1000;
const PATIENCE = 60;

export interface Heartbeat {
  /** Whatever comes from the worker shows that it lives. */
  heard(): void;
  stop(): void;
}

/**
 * Asks a worker again and again, and tells when it stays silent. Looks are counted, not time: while the page sleeps, or has
 * its timers held back, it looks seldom or never, so that no worker is given up for the page's own sleep.
 */
export function watchOver(ask: () => Promise<unknown>, onSilence: () => void): Heartbeat {
  let silent = 0;
  let asked = false;
  const heard = () => {
    silent = 0;
  };
  const answered = () => {
    asked = false;
    heard();
  };
  const timer = setInterval(() => {
    if (!asked) {
      asked = true;
      ask().then(answered, answered);
    }
    if (++silent <= PATIENCE) return;
    clearInterval(timer);
    onSilence();
  }, EVERY_MS);
  return { heard, stop: () => clearInterval(timer) };
}
