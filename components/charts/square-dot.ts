/** A dot to be drawn with a square cap, and the way back. It has some length: without any it has no direction, and PDF leaves it out. */
export const SQUARE_DOT = 'h.01m-.01 0';
