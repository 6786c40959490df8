/** In which order a date names year, month and day. */
export type DateOrder = 'ymd' | 'dmy' | 'mdy';

/** How the dates of a column are written in the file. */
export interface DateFormat {
  readonly order: DateOrder;
  /** Whether every cell could as well be day and month the other way round. */
  readonly ambiguous: boolean;
}

const DAY_MS = 86_400_000;
/** Two digits of a year from here on mean the twentieth century. */
const PIVOT = 70;

/** A time of day may follow, and is passed over. */
const TIME = '(?:[T ]+\\d{1,2}:\\d{2}(?::\\d{2}(?:[.,]\\d+)?)?(?: ?[AaPp][Mm])?(?: ?(?:Z|UTC|[+-]\\d{2}:?\\d{2}))?)?';
const YEAR_FIRST = new RegExp(`^(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})${TIME}$`);
const YEAR_LAST = new RegExp(`^(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4}|\\d{2})${TIME}$`);
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;

/** Days since 1 January 1970; null for the 31st of April. */
function daysOf(year: number, month: number, day: number): number | null {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.getTime() / DAY_MS : null;
}

/** Reads one date, in days since 1 January 1970; null when it is none. Years of two digits are from 1970 to 2069. */
export function readDate(text: string, order: DateOrder): number | null {
  if (order === 'ymd') {
    const compact = COMPACT.exec(text);
    if (compact) return daysOf(Number(compact[1]), Number(compact[2]), Number(compact[3]));
    const parts = YEAR_FIRST.exec(text);
    return parts && daysOf(Number(parts[1]), Number(parts[3]), Number(parts[4]));
  }
  const parts = YEAR_LAST.exec(text);
  if (!parts) return null;
  const short = parts[4].length === 2;
  const year = Number(parts[4]) + (short ? (Number(parts[4]) < PIVOT ? 2000 : 1900) : 0);
  const [first, second] = [Number(parts[1]), Number(parts[3])];
  return order === 'dmy' ? daysOf(year, second, first) : daysOf(year, first, second);
}

/** A day as YYYY-MM-DD: what sorts as text as it does in time. */
export const formatDate = (days: number): string => new Date(Math.round(days) * DAY_MS).toISOString().slice(0, 10);

/**
 * How these cells are written, when every one of them is a date with a year of four digits. Where days and months cannot be told
 * apart, a slash is taken for American use, and it is said to be ambiguous; with dots the day comes first.
 */
export function guessDates(cells: readonly string[]): DateFormat | null {
  const fits = (order: DateOrder) => cells.every((cell) => readDate(cell, order) !== null);
  if (cells.length === 0 || cells.some((cell) => !/^\d{4}[-/.]|[-/.]\d{4}(?!\d)/.test(cell))) return null;
  if (fits('ymd')) return { order: 'ymd', ambiguous: false };
  const [dayFirst, monthFirst] = [fits('dmy'), fits('mdy')];
  if (dayFirst && monthFirst) {
    const separator = /[-/.]/.exec(cells[0])![0];
    const same = cells.every((cell) => Number(cell.split(separator)[0]) === Number(cell.split(separator)[1]));
    return { order: separator === '/' ? 'mdy' : 'dmy', ambiguous: separator !== '.' && !same };
  }
  if (dayFirst) return { order: 'dmy', ambiguous: false };
  return monthFirst ? { order: 'mdy', ambiguous: false } : null;
}
