// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids them in strings
const STRING = /"[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[\da-fA-F]{4})[^"\\\u0000-\u001f]*)*"/y;
const SCALAR = new RegExp(`${STRING.source}|-?(?:0|[1-9]\\d*)(?:\\.\\d+)?(?:[eE][+-]?\\d+)?|true|false|null`, 'y');

/** Where a text stops being JSON, as an offset: engines disagree on whether and how they tell. */
export function jsonErrorAt(text: string): number {
  let at = 0;
  const peek = (): string => {
    while (' \n\r\t'.includes(text[at] || 'x')) at++;
    return text[at];
  };
  const take = (pattern: RegExp): boolean => {
    peek();
    pattern.lastIndex = at;
    if (!pattern.test(text)) return false;
    at = pattern.lastIndex;
    return true;
  };
  const expect = (character: string): boolean => peek() === character && at++ >= 0;
  const list = (close: string, item: () => boolean): boolean => {
    at++;
    if (expect(close)) return true;
    do if (!item()) return false;
    while (expect(','));
    return expect(close);
  };
  const value = (): boolean => {
    const first = peek();
    if (first === '[') return list(']', value);
    if (first === '{') return list('}', () => take(STRING) && expect(':') && value());
    return take(SCALAR);
  };
  if (value()) peek();
  return at;
}
