import { fingerprint } from '../data/fingerprint';
import { formatInstance, type Instance } from '../ers/instance';
import type { Part } from '../ers/part';
import { type Arguments, type Option, optional, UsageError } from './command';

export const SHARD: Record<string, Option> = {
  shard: { value: 'I/K', help: 'do part I of K only, I from 0 to K − 1 or from 1 to K; ers merge joins the parts' },
};

/** Reads `--shard`: k/k is another name of 0/k, so that one can count from 0 or from 1. */
export function shardOf(args: Arguments): Part | undefined {
  const text = optional(args, 'shard');
  if (text === undefined) return undefined;
  const [, index, of] = /^(\d{1,9})\/(\d{1,9})$/.exec(text)?.map(Number) ?? [];
  if (!(of >= 1 && index <= of)) {
    throw new UsageError(`--shard must be I/K with 0 ≤ I ≤ K and K from 1, not ${JSON.stringify(text)}`);
  }
  return { index: index % of, of };
}

/** What all parts of one answer have in common. */
export type Question = Readonly<Record<string, string | number | boolean | null>>;

/** What the output of a part begins with. */
export interface Head {
  readonly command: string;
  readonly shard: string;
  readonly question: Question;
}

/** Says which part of which answer follows. */
export async function headOf(command: string, shard: Part, instance: Instance, question: Question): Promise<Head> {
  const text = new TextEncoder().encode(formatInstance(instance));
  return {
    command,
    shard: `${shard.index}/${shard.of}`,
    question: { instance: (await fingerprint(text)).slice(0, 16), ...question },
  };
}

/** The first line of a part that is a list of models. */
export interface ListHead extends Head {
  readonly lambda: string;
  /** The weight of all points. */
  readonly weight: number;
  /** How many lines follow. */
  readonly models: number;
}

export const headLine = (head: ListHead): string => JSON.stringify(head);
