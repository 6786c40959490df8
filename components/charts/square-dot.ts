/** A dot to be drawn with a square cap. It goes a little way and back: without any length it has no direction, and PDF leaves it out. */
export const SQUARE_DOT = 'h.01h-.01';
