import { useEffect, useRef, useState } from 'react';
import { OWN, type OwnFile } from './own-table';
import type { State } from './settings';

/** Whether the reader's table is kept on this device. */
export type Kept = 'no' | 'kept' | 'refused';

interface OwnTable {
  readonly file: OwnFile | null;
  readonly print: string | null;
  readonly open: (name: string, source: string | Blob) => void;
}

/** Keeps the reader's table on this device, and opens it again when the address names it: after a reload, or in another tab. */
export function useKeptTable({ data, file: named }: State, { file, print, open }: OwnTable) {
  const [kept, setKept] = useState<Kept>('no');
  const latest = useRef(open);
  latest.current = open;
  const wanted = data === OWN && !file ? named : '';
  useEffect(() => {
    if (wanted === '') return;
    let current = true;
    import('./kept-tables')
      .then(({ findTable }) => findTable(wanted))
      .then((table) => {
        if (table && current) latest.current(table.name, table.source);
      })
      // Without a store the page asks for the table, as it does on another device.
      .catch(() => {});
    return () => {
      current = false;
    };
  }, [wanted]);

  useEffect(() => {
    if (!file || !print) return;
    let current = true;
    const tell = (told: Kept) => {
      if (current) setKept(told);
    };
    setKept('no');
    import('./kept-tables')
      .then(({ keepTable }) => keepTable(print, { name: file.name, source: file.source, at: Date.now() }))
      .then(
        () => tell('kept'),
        () => tell('refused'),
      );
    return () => {
      current = false;
    };
  }, [file, print]);

  const forget = () =>
    import('./kept-tables')
      .then(({ forgetTables }) => forgetTables())
      .then(
        () => setKept('no'),
        () => setKept('refused'),
      );
  return { kept, forget };
}
