import type { Random } from '../random';
import { drawParity, hashOf, type Parity, satisfies } from './parity';
import { type Found, ParitySearch } from './parity-search';
import type { Space } from './space';

const NODES_A_STEP = 128;

/**
 * The nested cells of one random hash: cell k holds the members that satisfy its first k parity constraints. A cell lies within
 * those before it, so what is known of one serves for the others: a full list is filtered for more constraints, and a cell
 * around one that holds too many holds too many.
 */
export class Cells {
  /** Nodes visited in all. */
  nodes = 0;
  private readonly constraints: Parity[] = [];
  /** Cells up to this one hold more than `most`. */
  private large = -1;
  /** The largest cell that is fully listed, −1 before there is one. */
  private listed = -1;
  private members: Found[] = [];

  constructor(
    private readonly space: Space,
    private readonly random: Random,
    private readonly most: number,
    private readonly pace: () => Promise<void> | void,
  ) {}

  /** The members of cell k in a fixed order; null when there are more than `most`. */
  async list(k: number): Promise<readonly Found[] | null> {
    if (k <= this.large) return null;
    while (this.constraints.length < k) this.constraints.push(drawParity(this.random, this.space.m));
    if (this.listed < 0 || k < this.listed) {
      const found = await this.search(k);
      if (found.length > this.most) {
        this.large = k;
        return null;
      }
      this.listed = k;
      this.members = found;
    }
    const more = this.constraints.slice(this.listed, k);
    return this.members.filter(({ positions }) => more.every((parity) => satisfies(positions, parity)));
  }

  private async search(k: number): Promise<Found[]> {
    const hash = hashOf(this.constraints.slice(0, k), this.space.m);
    const search = new ParitySearch(this.space, hash, this.most + 1);
    while (!search.run(NODES_A_STEP)) {
      const wait = this.pace();
      if (wait) await wait;
    }
    this.nodes += search.nodes;
    return search.found;
  }

  /**
   * The fewest constraints that leave a cell with at most `most` members, and those. The whole set must hold more. The guess
   * only saves work: the answer depends on the hash alone.
   */
  async firstSmall(guess: number): Promise<{ constraints: number; members: readonly Found[] }> {
    const first = Math.max(this.large, 0);
    let low = first;
    let high = Number.POSITIVE_INFINITY;
    let members: readonly Found[] = [];
    let k = Math.max(guess, low + 1);
    for (let stride = 1; high - low > 1; stride *= 2) {
      const cell = await this.list(k);
      if (cell === null) {
        low = k;
        k = high === Number.POSITIVE_INFINITY ? k + stride : (low + high) >> 1;
      } else {
        members = cell;
        high = k;
        k = low === first ? Math.max(low + 1, k - stride) : (low + high) >> 1;
      }
    }
    return { constraints: high, members };
  }
}
