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
  const key = (): boolean => take(STRING) && expect(':');

  // What is open and waits to be closed; a stack of our own, since a file may be nested deeper than calls can be.
  const open: (']' | '}')[] = [];
  for (;;) {
    const first = peek();
    if (first === '[' || first === '{') {
      const close = first === '[' ? ']' : '}';
      at++;
      if (!expect(close)) {
        open.push(close);
        if (close === '}' && !key()) return at;
        continue;
      }
    } else if (!take(SCALAR)) return at;
    while (open.length > 0 && !expect(',')) {
      if (!expect(open[open.length - 1])) return at;
      open.pop();
    }
    if (open.length === 0) {
      peek();
      return at;
    }
    if (open[open.length - 1] === '}' && !key()) return at;
  }
}
