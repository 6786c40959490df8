/** Whether a rule's `unicode-range` has one of the characters; without one it is for all. */
function serves(rule: CSSFontFaceRule, characters: ReadonlySet<string>): boolean {
  const range = rule.style.getPropertyValue('unicode-range');
  if (!range) return true;
  const spans = range.split(',').map((span) => {
    const [from, to = from] = span.trim().replace(/^U\+/i, '').split('-');
    return [Number.parseInt(from, 16), Number.parseInt(to, 16)];
  });
  return [...characters].some((character) =>
    spans.some(([from, to]) => character.codePointAt(0)! >= from && character.codePointAt(0)! <= to),
  );
}

async function asDataAddress(address: URL): Promise<string> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address.pathname} could not be loaded (${response.status})`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return `data:font/woff2;base64,${btoa(binary)}`;
}

/** The page's `@font-face` rules for the fonts used (as `family style`), with the fonts themselves written in. */
export async function fontFaces(fonts: ReadonlySet<string>, characters: ReadonlySet<string>): Promise<string> {
  const rules = [...document.styleSheets].flatMap((sheet) =>
    [...sheet.cssRules].flatMap((rule) =>
      rule instanceof CSSFontFaceRule ? [{ rule, base: sheet.href ?? document.baseURI }] : [],
    ),
  );
  const faces = rules.map(async ({ rule, base }) => {
    const value = (name: string) => rule.style.getPropertyValue(name);
    const source = value('src').match(/url\("?([^")]+\.woff2)"?\)/)?.[1];
    const family = value('font-family').replace(/["']/g, '');
    const style = value('font-style') || 'normal';
    // A family without italics leans its upright letters.
    const isUsed = fonts.has(`${family} ${style}`) || (style === 'normal' && fonts.has(`${family} italic`));
    if (!source || !isUsed || !serves(rule, characters)) return '';
    return `@font-face{font-family:"${family}";font-weight:${value('font-weight') || 400};font-style:${style};${value('unicode-range') && `unicode-range:${value('unicode-range')};`}src:url(${await asDataAddress(new URL(source, base))}) format("woff2")}`;
  });
  return (await Promise.all(faces)).join('');
}
