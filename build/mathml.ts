import characters from '../article/fonts/characters.json' with { type: 'json' };

interface Node {
  type: string;
  tagName?: string;
  value?: string;
  properties?: Record<string, unknown>;
  children?: Node[];
}

const inFont = new Set(characters.math);

/** Elements whose first child is a base and whose others are set in small type around it. */
const SCRIPTED = new Set(['msub', 'msup', 'msubsup', 'munder', 'mover', 'munderover']);

/** What TeX sets without spaces in small type. */
const INFIX = /^[=<>≤≥∈+−×⋅→]$/u;

const isSign = (node: Node | undefined) => node?.tagName === 'mo' && /^[+−±]$/.test(textOf(node));

/** No term: a sign behind it is the next term's own. */
const isOperator = (node: Node | undefined) => !node || (node.tagName === 'mo' && !/^[)\]}∣|!]$/.test(textOf(node)));
const isEnd = (node: Node | undefined) => !node || (node.tagName === 'mo' && /^[)\]},]$/.test(textOf(node)));

const textOf = (node: Node): string => node.value ?? node.children?.map(textOf).join('') ?? '';

/** Bold letters have code points of their own: browsers know no other bold in formulas. */
const bold = (letter: string): string =>
  letter.replace(/[A-Z]/g, (c) => String.fromCodePoint(0x1d400 + c.charCodeAt(0) - 65));

/** What a single letter looks like in a formula: italic, from a code point of its own. */
export function italic(letter: string): string {
  const code = letter.codePointAt(0)!;
  if (letter === 'h') return 'ℎ';
  if (/^[A-Z]$/.test(letter)) return String.fromCodePoint(0x1d434 + code - 65);
  if (/^[a-z]$/.test(letter)) return String.fromCodePoint(0x1d44e + code - 97);
  if (/^[Α-Ω]$/.test(letter)) return String.fromCodePoint(0x1d6e2 + code - 0x391);
  if (/^[α-ω]$/.test(letter)) return String.fromCodePoint(0x1d6fc + code - 0x3b1);
  return letter;
}

function mend(node: Node, small: boolean, file: { message(reason: string): void }): void {
  const { tagName, properties = {} } = node;
  if (tagName === 'mi' && properties.mathvariant === 'bold') {
    node.children = [{ type: 'text', value: bold(textOf(node)) }];
    delete properties.mathvariant;
  } else if (properties.mathvariant !== undefined && properties.mathvariant !== 'normal')
    file.message(`no mathvariant="${properties.mathvariant}" in formulas: give its letters their own code points`);
  if (tagName === 'mo') {
    delete properties.separator;
    delete properties.mathvariant;
    if (small && INFIX.test(textOf(node))) Object.assign(properties, { lspace: '0em', rspace: '0em' });
  }
  if (node.type === 'text') {
    const missing = [...node.value!].find((c) => c > '~' && !inFont.has(c));
    if (missing)
      file.message(`the formulas' font lacks “${missing}”: add it to article/fonts/characters.json, npm run fonts`);
  }
  node.children?.forEach((child, i, all) => {
    if (isSign(child) && (isOperator(all[i - 1]) || isEnd(all[i + 1])))
      child.properties = { ...child.properties, form: 'prefix', lspace: '0em', rspace: '0em' };
    mend(child, small || (SCRIPTED.has(tagName ?? '') && i > 0), file);
  });
}

/** A formula without KaTeX's wrapping and without its TeX, which the page would carry twice. */
function unwrap(span: Node): Node {
  const math = span.children![0];
  const [{ children }] = math.children!;
  const { display } = math.properties!;
  return { ...math, properties: display ? { display } : {}, children: children!.filter((c) => c.tagName === 'mrow') };
}

const CLOSING = /^[.,;:!?)\]’”…]+/;
const OPENING = /[(“‘]$/;

/** No line breaks between a formula and the punctuation that belongs to it. */
function holdTogether(children: readonly Node[]): Node[] {
  const out: Node[] = [];
  for (const [i, child] of children.entries()) {
    const formula = child.tagName === 'math' && !child.properties?.display;
    const [before, after] = [out.at(-1), children[i + 1]];
    const opening = formula && before?.type === 'text' ? OPENING.exec(before.value!)?.[0] : undefined;
    const closing = formula && after?.type === 'text' ? CLOSING.exec(after.value!)?.[0] : undefined;
    if (opening) before!.value = before!.value!.slice(0, -opening.length);
    if (closing) after.value = after.value!.slice(closing.length);
    const held = [{ type: 'text', value: opening ?? '' }, child, { type: 'text', value: closing ?? '' }];
    const span = { type: 'element', tagName: 'span', properties: { className: 'held' }, children: held };
    out.push(opening || closing ? span : child);
  }
  return out;
}

/**
 * A rehype plugin, after rehype-katex with MathML as its output: leaves what MathML Core knows, spaces small type as TeX does,
 * and holds every character against the font that `npm run fonts` has cut.
 */
export function tidyMathml() {
  const walk = (node: Node, file: { message(reason: string): void }): void => {
    node.children = node.children?.map((child) => {
      if (child.properties?.className && String(child.properties.className) === 'katex') {
        const math = unwrap(child);
        mend(math, false, file);
        return math;
      }
      walk(child, file);
      return child;
    });
    if (node.children) node.children = holdTogether(node.children);
  };
  return walk;
}
