/** One of several parts of some work that can be done on their own; together they find what the whole finds. */
export interface Part {
  readonly index: number;
  readonly of: number;
}

export const WHOLE: Part = { index: 0, of: 1 };

/** The numbers of a part from 0 to `length` − 1, when each part has those that follow each other. */
export const stretch = (length: number, { index, of }: Part): { from: number; to: number } => ({
  from: Math.floor((length * index) / of),
  to: Math.floor((length * (index + 1)) / of),
});

/** Part `index` of a part. */
export const partOf = (part: Part, { index, of }: Part): Part => ({
  index: part.index + part.of * index,
  of: part.of * of,
});
