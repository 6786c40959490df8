/** How browsers say that a script or a file did not come. */
const LOST = /dynamically imported module|importing a module script|failed to fetch|networkerror|load failed/i;

/** What went wrong, as a sentence for the reader. */
export function sayProblem(error: unknown): string {
  const { message } = error as Error;
  return LOST.test(message)
    ? 'A part of this page did not arrive: the network seems to be gone. What is shown stays; try again when it is back.'
    : message;
}
