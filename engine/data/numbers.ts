/** How a table writes its numbers: "1,234.5" or "1.234,5". */
export type DecimalMark = '.' | ',';

const EXPONENT = '(?:[eE][+-]?\\d{1,3})?';
const GRAMMAR: Record<DecimalMark, RegExp> = {
  '.': new RegExp(`^[+-]?(?:\\d+|\\d{1,3}(?:,\\d{3})+)?(?:\\.\\d*)?${EXPONENT}$`),
  ',': new RegExp(`^[+-]?(?:\\d+|\\d{1,3}(?:\\.\\d{3})+)?(?:,\\d*)?${EXPONENT}$`),
};

/** Reads one number as a person writes it; null when it is none. "Infinity", "0x1f" and "1e999" are none. */
export function readNumber(text: string, mark: DecimalMark): number | null {
  if (!GRAMMAR[mark].test(text) || !/\d/.test(text)) return null;
  const plain = mark === '.' ? text.replaceAll(',', '') : text.replaceAll('.', '').replace(',', '.');
  const value = Number(plain);
  return Number.isFinite(value) ? value : null;
}
