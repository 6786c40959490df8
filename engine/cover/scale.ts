/** Rows multiplied by powers of two, along rows and along columns, so that their entries are of like size. */
export interface Scaled {
  /** row_ij · rowScale_i · columnScale_j, entries at most 1 and of like size. */
  readonly rows: Float64Array;
  readonly rowScale: Float64Array;
  readonly columnScale: Float64Array;
}

/** Scales N×d finite entries; powers of two scale exactly and leave every sign of z_i · w, and so the answer, as it is. */
export function scaleRows(entries: Float64Array, d: number): Scaled {
  const rows = entries.slice();
  const count = d ? rows.length / d : 0;
  const rowScale = new Float64Array(count).fill(1);
  const columnScale = new Float64Array(d).fill(1);
  for (let round = 0; round < 2; round++) {
    for (let j = 0; j < d; j++) {
      let most = 0;
      for (let i = 0; i < count; i++) most = Math.max(most, Math.abs(rows[i * d + j]));
      if (!Number.isFinite(most)) throw new RangeError('coordinates must be finite');
      const factor = powerToOne(most);
      columnScale[j] *= factor;
      if (factor !== 1) for (let i = 0; i < count; i++) rows[i * d + j] *= factor;
    }
    for (let i = 0; i < count; i++) {
      let most = 0;
      for (let j = 0; j < d; j++) most = Math.max(most, Math.abs(rows[i * d + j]));
      const factor = powerToOne(most);
      rowScale[i] *= factor;
      if (factor !== 1) for (let j = 0; j < d; j++) rows[i * d + j] *= factor;
    }
  }
  return { rows, rowScale, columnScale };
}

const powerToOne = (size: number): number =>
  size === 0 ? 1 : 2 ** -Math.max(-1000, Math.min(1000, Math.ceil(Math.log2(size))));
