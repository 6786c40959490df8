const isClear = (colour: string): boolean => colour === 'transparent' || /^rgba\(.*, 0\)$/.test(colour);

interface Side {
  readonly width: number;
  readonly colour: string;
  /** From corner to corner, as `x1 y1 x2 y2`. */
  readonly line: readonly [number, number, number, number];
}

/** The lines that are drawn around a box, along their middles. */
function sidesOf(style: CSSStyleDeclaration, { left, top, right, bottom }: DOMRect): Side[] {
  const half = (side: 'Top' | 'Right' | 'Bottom' | 'Left') => Number.parseFloat(style[`border${side}Width`]) / 2;
  const [t, r, b, l] = [top + half('Top'), right - half('Right'), bottom - half('Bottom'), left + half('Left')];
  const lines = {
    Top: [left, t, right, t],
    Right: [r, top, r, bottom],
    Bottom: [left, b, right, b],
    Left: [l, top, l, bottom],
  } as const;
  return (['Top', 'Right', 'Bottom', 'Left'] as const)
    .map((side) => ({
      width: style[`border${side}Style`] === 'none' ? 0 : 2 * half(side),
      colour: style[`border${side}Color`],
      line: lines[side],
    }))
    .filter(({ width, colour }) => width > 0 && !isClear(colour));
}

const rect = (x: number, y: number, width: number, height: number, radius: number, paint: string): string =>
  `<rect x="${x}" y="${y}" width="${Math.max(0, width)}" height="${Math.max(0, height)}" rx="${radius}" ${paint}/>`;

/** The ground of an element and the lines around it, as SVG. */
export function drawBox(style: CSSStyleDeclaration, box: DOMRect, opacity: number): string[] {
  const corner = Number.parseFloat(style.borderTopLeftRadius) || 0;
  const radius = style.borderTopLeftRadius.endsWith('%')
    ? (corner / 100) * box.height
    : Math.min(corner, box.height / 2);
  const ground = `fill="${style.backgroundColor}" opacity="${opacity}"`;
  const parts = isClear(style.backgroundColor) ? [] : [rect(box.left, box.top, box.width, box.height, radius, ground)];
  const sides = sidesOf(style, box);
  const stroke = ({ colour, width }: Side) => `stroke="${colour}" stroke-width="${width}" opacity="${opacity}"`;
  if (sides.length === 4) {
    const { width } = sides[0];
    const inner = [box.left + width / 2, box.top + width / 2, box.width - width, box.height - width] as const;
    return [...parts, rect(...inner, radius, `fill="none" ${stroke(sides[0])}`)];
  }
  for (const side of sides) {
    const [x1, y1, x2, y2] = side.line;
    parts.push(`<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" ${stroke(side)}/>`);
  }
  return parts;
}
