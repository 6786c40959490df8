export const escapeXml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');

/** A piece of text on one line of the page, in the window's coordinates. */
interface Line {
  text: string;
  box: DOMRect;
  readonly baseline: number;
}

const ruler = document.createElement('canvas').getContext('2d')!;

/** Where the letters stand in a box of the font's height. */
function baselineIn(box: DOMRect, style: CSSStyleDeclaration): number {
  ruler.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  const { fontBoundingBoxAscent: ascent, fontBoundingBoxDescent: descent } = ruler.measureText('x');
  return box.top + (box.height - ascent - descent) / 2 + ascent;
}

const asShown = (text: string, { textTransform }: CSSStyleDeclaration): string =>
  textTransform === 'uppercase' ? text.toUpperCase() : textTransform === 'lowercase' ? text.toLowerCase() : text;

/** Where the words of a text begin and end; a word that is broken over lines counts letter by letter. */
function* piecesOf(node: Text, range: Range): Generator<{ from: number; to: number; box: DOMRect }> {
  const boxOf = (from: number, to: number) => {
    range.setStart(node, from);
    range.setEnd(node, to);
    return range.getBoundingClientRect();
  };
  for (const { 0: word, index } of node.data.matchAll(/\S+/g)) {
    const box = boxOf(index, index + word.length);
    if (range.getClientRects().length <= 1) yield { from: index, to: index + word.length, box };
    else for (let i = index; i < index + word.length; i++) yield { from: i, to: i + 1, box: boxOf(i, i + 1) };
  }
}

/** A text node as the page breaks it into lines. */
export function textLines(node: Text, style: CSSStyleDeclaration): Line[] {
  const lines: Line[] = [];
  let end = 0;
  for (const { from, to, box } of piecesOf(node, document.createRange())) {
    if (box.width === 0) continue;
    const text = asShown(node.data.slice(from, to), style);
    const last = lines.at(-1);
    if (last && Math.abs(last.box.top - box.top) < 1) {
      last.text += (from > end ? ' ' : '') + text;
      last.box = new DOMRect(last.box.left, last.box.top, box.right - last.box.left, last.box.height);
    } else lines.push({ text, box, baseline: baselineIn(box, style) });
    end = to;
  }
  return lines;
}
