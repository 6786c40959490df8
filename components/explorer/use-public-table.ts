import { useState } from 'react';
import { findPublic } from '../../engine/data/catalogue';
import { useTask } from '../use-task';
import { fetchTable } from './fetch-table';
import type { PublicFile } from './own-table';

/** The files of public tables that are here already. */
const kept = new Map<string, PublicFile>();
let arrived = 0;

function keep(slug: string, source: Blob): PublicFile {
  const file = { id: ++arrived, source };
  kept.set(slug, file);
  return file;
}

/** The file of the public table of that name, if it is one: nothing is fetched until the reader asks for it. */
export function usePublicTable(slug: string) {
  const dataset = findPublic(slug);
  const [asked, setAsked] = useState({ slug: '', times: 0 });
  const [, setOpened] = useState(0);
  const key = dataset && asked.slug === slug ? `${slug} ${asked.times}` : '';
  const task = useTask<PublicFile | null>(
    key,
    async (_, job) => keep(slug, await fetchTable(dataset!.source, job, asked.times > 1)),
    { key: '', result: null },
    key !== '',
  );
  return {
    dataset,
    file: kept.get(slug) ?? null,
    task,
    /** Fetches it; anew when that did not help before. */
    ask: () => setAsked({ slug, times: asked.slug === slug ? asked.times + 1 : 1 }),
    /** Takes a copy that the reader has. */
    open: (copy: Blob) => setOpened(keep(slug, copy).id),
  };
}

export type PublicTable = ReturnType<typeof usePublicTable>;
