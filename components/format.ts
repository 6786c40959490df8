/** Whole numbers with thousands separators: 12,431. */
export const formatCount = (count: number | bigint): string => count.toLocaleString('en-US');

/** A share in percent without decimals; shares that are not quite none or all say so. */
export function formatShare(share: number): string {
  if (share > 0 && share < 0.005) return 'under 1%';
  if (share < 1 && share > 0.995) return 'over 99%';
  return `${Math.round(100 * share)}%`;
}

/** A share in percent with one decimal. */
export const formatPercent = (share: number): string => `${(100 * share).toFixed(1)}%`;

/** A difference of shares in percentage points: "16 points". */
export function formatPoints(difference: number): string {
  const points = Math.round(100 * Math.abs(difference));
  return `${points} point${points === 1 ? '' : 's'}`;
}

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

const superscript = (n: number): string =>
  String(n).replace(/[-\d]/g, (digit) => (digit === '-' ? '⁻' : SUPERSCRIPTS[Number(digit)]));

/** Mantissa with one decimal and exponent of a number given by its decimal logarithm; a mantissa that rounds to 10 carries. */
export function scientific(log10: number): { mantissa: string; exponent: number } {
  const exponent = Math.floor(log10 + 1e-9);
  const mantissa = (10 ** (log10 - exponent)).toFixed(1);
  return mantissa === '10.0' ? { mantissa: '1.0', exponent: exponent + 1 } : { mantissa, exponent };
}

/** A number given by its decimal logarithm: "3,200", "4.1 × 10¹⁴". */
export function formatPower(log10: number): string {
  if (log10 < 6) return formatCount(Math.round(10 ** log10));
  const { mantissa, exponent } = scientific(log10);
  return `${mantissa} × 10${superscript(exponent)}`;
}

/** The decimal logarithm of a whole number of any length, given in decimal. */
export const log10Of = (digits: string): number => Math.log10(Number(`0.${digits}`)) + digits.length;

/** With a capital letter in front. */
export const capitalise = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

const WORDS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];

/** A small number as it stands in a sentence: "five"; a greater one in digits. */
export const inWords = (count: number): string => WORDS[count] ?? formatCount(count);
