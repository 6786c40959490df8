import { expect, test } from 'vitest';
import { parts } from './parts';

const element = (tagName: string) => ({ type: 'element', tagName });
const figure = { type: 'mdxJsxFlowElement', name: 'Figure' };
const gap = { type: 'text', value: '\n' };

/** What stands in each part, and whether it waits. */
function cut(...children: object[]): string[] {
  const tree = { type: 'root', children } as Parameters<ReturnType<typeof parts>>[0];
  parts()(tree);
  return tree.children!.map(({ properties, children: inside }) => {
    const names = inside!.map((node) => node.tagName ?? node.name).filter(Boolean);
    return `${(properties!.className as string[]).join(' ')}: ${names.join(' ')}`;
  });
}

test('figures and second-level headings begin parts', () => {
  expect(cut(element('h2'), gap, element('p'), gap, figure, gap, element('p'), element('h3'), element('h2'))).toEqual([
    'prose later: h2 p',
    'prose later: Figure',
    'prose later: p h3',
    'prose later: h2',
  ]);
});

test('what stands before the first heading does not wait', () => {
  expect(cut(figure, gap, element('p'), figure, figure, element('h2'), element('p'))).toEqual([
    'prose: Figure',
    'prose: p',
    'prose: Figure',
    'prose: Figure',
    'prose later: h2 p',
  ]);
});
