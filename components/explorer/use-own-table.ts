import { useCallback, useEffect, useRef, useState } from 'react';
import type { Loaded } from './exploration';
import { OWN, type OwnFile } from './own-table';
import type { State } from './settings';
import { FINGERPRINT } from './shape';

/**
 * The reader's own table. Opened because of a link, it keeps the link's settings, and its fingerprint is held against that in
 * the link; opened otherwise, it begins with nothing but what can be guessed from it.
 */
export function useOwnTable(state: State, set: (patch: Partial<State>) => void, forget: Partial<State>) {
  const [file, setFile] = useState<OwnFile | null>(null);
  const [print, setPrint] = useState<string | null>(null);
  const opened = useRef(0);

  const open = (name: string, source: string | Blob) => {
    const wanted = state.data === OWN && !file ? state.file : '';
    opened.current++;
    setPrint(null);
    setFile({ id: opened.current, name, source, wanted });
    if (wanted === '') set({ ...forget, data: OWN, tab: 'columns' });
  };
  // A table on the clipboard is pasted anywhere but into a field.
  const latest = useRef(open);
  latest.current = open;
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      if ((event.target as Element | null)?.closest?.('input, textarea, select')) return;
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (/[^\n]*[,;\t|][^\n]*\r?\n./.test(text)) latest.current('pasted table', text);
    };
    addEventListener('paste', paste);
    return () => removeEventListener('paste', paste);
  }, []);

  // The link carries the fingerprint of the table that is open.
  useEffect(() => {
    if (print !== null && state.data === OWN && state.file !== print) set({ file: print });
  }, [print, state.data, state.file, set]);

  const check = useCallback(
    (loaded: Loaded | null) => {
      if (file && loaded?.key.startsWith(`${OWN} ${file.id} `)) setPrint(loaded.fingerprint.slice(0, FINGERPRINT));
    },
    [file],
  );
  const other = file !== null && file.wanted !== '' && print !== null && print !== file.wanted;
  return {
    file,
    /** The fingerprint of the open table, once it has been read. */
    print,
    open,
    check,
    notes: other ? ['This is not the table that the link was made with; its settings are used where they fit.'] : [],
  };
}
