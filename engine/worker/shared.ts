import type { Instance } from '../ers/instance';
import { parseRational } from '../ers/rational';
import { createSpace, type Space } from '../ers/space';
import { paced, pacer } from '../job';

/** An instance under a number: a worker that knows the number uses what it has prepared for that instance before. */
export interface SharedInstance {
  readonly id: number;
  readonly instance: Instance;
}

const numbers = new WeakMap<Instance, number>();
let given = 0;

/** The caller's side: the same instance has the same number every time. */
export function share(instance: Instance): SharedInstance {
  const id = numbers.get(instance) ?? ++given;
  numbers.set(instance, id);
  return { id, instance };
}

const KEPT = 4;
const known = new Map<number, Instance>();

/** The worker's side: the copy that came first, so that its points are merged and sliced once. */
export function recall({ id, instance }: SharedInstance): Instance {
  const found = known.get(id) ?? instance;
  // Whatever is used goes to the end; what was not used for longest goes.
  known.delete(id);
  known.set(id, found);
  for (const oldest of known.keys()) if (known.size > KEPT) known.delete(oldest);
  return found;
}

const spaces = new WeakMap<Instance, { key: string; space: Space }>();

/** `createSpace`, once for questions that follow each other. */
export async function recallSpace(
  instance: Instance,
  lambda: string,
  theta: string,
  includeEmpty: boolean,
  signal?: AbortSignal,
): Promise<Space> {
  const key = `${lambda} ${theta} ${includeEmpty}`;
  const last = spaces.get(instance);
  if (last?.key === key) return last.space;
  const steps = createSpace(instance, parseRational(lambda), parseRational(theta), { includeEmpty });
  const space = await paced(steps, pacer(signal));
  spaces.set(instance, { key, space });
  return space;
}
