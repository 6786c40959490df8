interface Node {
  type: string;
  /** Of an MDX component. */
  name?: string;
  /** Of an HTML element. */
  tagName?: string;
  properties?: Record<string, unknown>;
  children?: Node[];
}

/**
 * A rehype plugin: cuts a text into parts, which the style sheet lays out when somebody comes near. A figure is a part, and so
 * is what stands between two figures or second-level headings. What stands before the first heading is laid out at once.
 */
export function parts() {
  return (tree: Node) => {
    const all: Node[] = [];
    const className = ['prose'];
    let isNew = true;
    for (const node of tree.children ?? []) {
      const isFigure = node.name === 'Figure';
      const isHeading = node.tagName === 'h2';
      if (isHeading && !className.includes('later')) className.push('later');
      if ((isNew && node.type !== 'text') || isFigure || isHeading) {
        all.push({ type: 'element', tagName: 'div', properties: { className: [...className] }, children: [] });
        isNew = false;
      }
      if (isFigure) isNew = true;
      all.at(-1)?.children?.push(node);
    }
    tree.children = all;
  };
}
