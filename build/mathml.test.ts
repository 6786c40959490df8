import { expect, test } from 'vitest';
import { tidyMathml } from './mathml';

type Node = Parameters<ReturnType<typeof tidyMathml>>[0];

const text = (value: string): Node => ({ type: 'text', value });
const element = (tagName: string, children: Node[], properties: Record<string, unknown> = {}): Node => ({
  type: 'element',
  tagName,
  properties,
  children,
});
const katex = (...row: Node[]): Node =>
  element(
    'span',
    [element('math', [element('semantics', [element('mrow', row), element('annotation', [text('tex')])])])],
    { className: ['katex'] },
  );

function tidy(...children: Node[]) {
  const messages: string[] = [];
  const root = element('p', children);
  tidyMathml()(root, { message: (reason) => messages.push(reason) });
  return { root, messages };
}

const show = (node: Node): string =>
  node.value ??
  `<${[node.tagName, ...Object.entries(node.properties ?? {}).map(([k, v]) => `${k}=${v}`)].join(' ')}>${node.children!.map(show).join('')}`;

test('a formula stands alone, without its TeX, and holds the punctuation behind it', () => {
  const { root, messages } = tidy(text('For ('), katex(element('mi', [text('N')])), text('), say'));
  expect(show(root)).toBe('<p>For <span className=held>(<math><mrow><mi>N), say');
  expect(messages).toEqual([]);
});

test('signs of terms and signs in small type have no space about them', () => {
  const minus = () => element('mo', [text('−')]);
  const { root } = tidy(katex(minus(), element('mi', [text('x')]), minus(), element('mi', [text('y')])));
  expect(show(root)).toBe('<p><math><mrow><mo form=prefix lspace=0em rspace=0em>−<mi>x<mo>−<mi>y');
  const small = tidy(
    katex(element('msup', [element('mi', [text('x')]), element('mrow', [text('n'), minus(), text('m')])])),
  );
  expect(show(small.root)).toContain('<mo lspace=0em rspace=0em>−');
});

test('bold letters become bold characters; what the font or MathML lacks is named', () => {
  expect(show(tidy(katex(element('mi', [text('R')], { mathvariant: 'bold' }))).root)).toContain('𝐑');
  expect(tidy(katex(element('mi', [text('ℵ')]))).messages[0]).toContain('“ℵ”');
  expect(tidy(katex(element('mi', [text('R')], { mathvariant: 'script' }))).messages[0]).toContain('script');
});
