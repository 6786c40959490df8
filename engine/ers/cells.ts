import type { Random } from '../random';
import { drawParity, hashOf, type Parity, satisfies } from './parity';
import { type Found, ParitySearch } from './parity-search';
import type { Space } from './space';

const NODES_A_STEP = 128;
/** A search lists up to so many times the members of a small cell: those that lie within are filtered, not searched. */
const AHEAD = 4;

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
      if (found.length > this.listable) {
        this.large = k;
        return null;
      }
      this.listed = k;
      this.members = found;
    }
    const more = this.constraints.slice(this.listed, k);
    const members = this.members.filter(({ positions }) => more.every((parity) => satisfies(positions, parity)));
    if (members.length <= this.most) return members;
    this.large = k;
    return null;
  }

  private get listable(): number {
    return AHEAD * (this.most + 1);
  }

  private async search(k: number): Promise<Found[]> {
    const hash = hashOf(this.constraints.slice(0, k), this.space.m);
    const search = new ParitySearch(this.space, hash, this.listable + 1);
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
    let low = Math.max(this.large, 0);
    let high = Number.POSITIVE_INFINITY;
    let members: readonly Found[] = [];
    // The cell before the first small one can mostly be listed, and holds it.
    let k = Math.max(guess - 1, low + 1);
    for (let stride = 1; high - low > 1; stride *= 2) {
      const cell = await this.list(k);
      if (cell === null) {
        low = k;
        k = high === Number.POSITIVE_INFINITY ? k + stride : (low + high) >> 1;
      } else {
        members = cell;
        high = k;
        // A constraint less about doubles a cell.
        const back = Math.ceil(Math.log2((this.most + 1) / Math.max(members.length, 0.5)));
        k = Math.max(low + 1, k - Math.max(1, back));
      }
    }
    return { constraints: high, members };
  }
}
