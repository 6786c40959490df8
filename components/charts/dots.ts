/** Opacity of a single dot; where dots lie on each other the ink deepens. */
const SINGLE = 0.34;

/** Steps of depth that are told apart, and the depth from which on nothing shows through. */
const STEP = 1 / 16;
const DEEPEST = 16;
const OPACITIES = Uint8Array.from({ length: DEEPEST / STEP + 1 }, (_, i) =>
  Math.round(255 * (1 - (1 - SINGLE) ** (i * STEP))),
);

interface Touched {
  readonly dx: number;
  readonly dy: number;
  readonly coverage: number;
}

/** The pixels that an antialiased disc touches. */
function disc(radius: number): Touched[] {
  const reach = Math.ceil(radius + 0.5);
  const touched: Touched[] = [];
  for (let dy = -reach; dy <= reach; dy++) {
    for (let dx = -reach; dx <= reach; dx++) {
      const coverage = Math.min(1, radius + 0.5 - Math.hypot(dx, dy));
      if (coverage > 0) touched.push({ dx, dy, coverage });
    }
  }
  return touched;
}

export interface Dots {
  /** Where each dot lies, from 0 to 1; y grows upwards. */
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
  /** The first so many are drawn. */
  readonly count: number;
}

const isInside = (x: number, y: number): boolean => x >= 0 && x <= 1 && y >= 0 && y <= 1;

/**
 * Draws dots as ink that deepens where they lie on each other: the dots of a pixel are counted first, so a hundred
 * thousand cost little more than a thousand. False when the browser gives no canvas to draw on.
 */
export function drawDots(canvas: HTMLCanvasElement, { x, y, count }: Dots, radius: number): boolean {
  const ratio = window.devicePixelRatio || 1;
  const width = Math.round(canvas.clientWidth * ratio);
  const height = Math.round(canvas.clientHeight * ratio);
  if (width === 0 || height === 0) return true;
  if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
  const context = canvas.getContext('2d');
  if (!context) return false;

  const here = new Uint32Array(width * height);
  for (let k = 0; k < count; k++) {
    if (!isInside(x[k], y[k])) continue;
    here[
      Math.min(height - 1, Math.floor((1 - y[k]) * height)) * width + Math.min(width - 1, Math.floor(x[k] * width))
    ]++;
  }
  const touched = disc(radius * ratio);
  const depth = new Float32Array(width * height);
  for (let p = 0; p < here.length; p++) {
    if (here[p] === 0) continue;
    const px = p % width;
    const py = (p - px) / width;
    // A hundredfold pile is about three times as deep as a single dot.
    const weight = 1 + Math.log2(here[p]) / 3;
    for (const { dx, dy, coverage } of touched) {
      const u = px + dx;
      const v = py + dy;
      if (u >= 0 && u < width && v >= 0 && v < height) depth[v * width + u] += weight * coverage;
    }
  }
  const ink = getComputedStyle(canvas)
    .color.match(/[\d.]+/g)!
    .map(Number);
  const image = context.createImageData(width, height);
  for (let p = 0; p < depth.length; p++) {
    if (depth[p] === 0) continue;
    image.data[4 * p] = ink[0];
    image.data[4 * p + 1] = ink[1];
    image.data[4 * p + 2] = ink[2];
    image.data[4 * p + 3] = OPACITIES[Math.round(Math.min(depth[p], DEEPEST) / STEP)];
  }
  context.putImageData(image, 0, 0);
  return true;
}

/** Steps of the grid that the static drawing snaps to. */
const GRID = 320;

/**
 * The same cloud as SVG paths for the static page, or where there is no canvas, one for each of three depths: dots are strokes of no length with round
 * ends, so they stay round in a drawing that stretches. Place them in a viewBox of 0 0 320 320.
 */
export function dotPaths({ x, y, count }: Dots): string {
  const piles = new Map<number, number>();
  for (let k = 0; k < count; k++) {
    if (!isInside(x[k], y[k])) continue;
    const cell = Math.round((1 - y[k]) * GRID) * (GRID + 1) + Math.round(x[k] * GRID);
    piles.set(cell, (piles.get(cell) ?? 0) + 1);
  }
  const layers = ['', '', ''];
  const at = [0, 0, 0].map(() => [0, 0]);
  for (const [cell, pile] of [...piles].sort((a, b) => a[0] - b[0])) {
    const layer = pile === 1 ? 0 : pile < 4 ? 1 : 2;
    const px = cell % (GRID + 1);
    const py = (cell - px) / (GRID + 1);
    layers[layer] += `m${px - at[layer][0]} ${py - at[layer][1]}h0`;
    at[layer] = [px, py];
  }
  return layers.map((d, i) => (d ? `<path d="M0 0${d}" class="pile-${i}"/>` : '')).join('');
}
