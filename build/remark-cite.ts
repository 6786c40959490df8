interface Node {
  type: string;
  value?: string;
  children?: Node[];
  [key: string]: unknown;
}

const CITATION = /\[@([\w:-]+(?:;\s*@[\w:-]+)*)\]|(?<![\w@])@([a-z]+\d{4}[\w-]*)/g;

const attribute = (name: string, value: string | null) => ({ type: 'mdxJsxAttribute', name, value });

function cite(keys: string, inText: boolean): Node {
  const attributes = [attribute('keys', keys), ...(inText ? [attribute('inText', null)] : [])];
  return { type: 'mdxJsxTextElement', name: 'Cite', attributes, children: [] };
}

function split(text: string): Node[] {
  const nodes: Node[] = [];
  let last = 0;
  for (const match of text.matchAll(CITATION)) {
    nodes.push({ type: 'text', value: text.slice(last, match.index) });
    nodes.push(match[1] ? cite(match[1].replace(/[;\s@]+/g, ' '), false) : cite(match[2], true));
    last = match.index + match[0].length;
  }
  nodes.push({ type: 'text', value: text.slice(last) });
  return nodes.filter((node) => node.value !== '');
}

function walk(node: Node): void {
  if (!node.children) return;
  node.children = node.children.flatMap((child) => {
    walk(child);
    return child.type === 'text' ? split(child.value ?? '') : [child];
  });
}

/** Pandoc's citations in MDX: `[@key; @key]` becomes `<Cite keys="key key"/>`, a bare `@key2000word` the form for running text. */
export function remarkCite() {
  return (tree: Node) => walk(tree);
}
