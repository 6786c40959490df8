import type { BitSet } from '../bits/bitset';
import { createRandom, type Random } from '../random';
import { drawParity, type Parity, satisfies } from './parity';

/** The random numbers of a trial of the approximate count: no other trial's, and no matter which thread runs it. */
export const trialRandom = (seed: number, trial: number): Random => createRandom(seed).fork(trial);

/** The first constraints that a trial draws, over positions 0 .. m − 1 of a space. */
export function trialConstraints(seed: number, trial: number, m: number, count: number): Parity[] {
  const random = trialRandom(seed, trial);
  return Array.from({ length: count }, () => drawParity(random, m));
}

/** The sizes of nested cells of a listed set: entry k counts the members that satisfy the first k constraints. */
export function nestedSizes(members: readonly BitSet[], constraints: readonly Parity[]): number[] {
  const sizes = [members.length];
  let cell = members;
  for (const parity of constraints) {
    cell = cell.filter((member) => satisfies(member, parity));
    sizes.push(cell.length);
  }
  return sizes;
}
