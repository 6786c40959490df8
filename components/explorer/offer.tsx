import { useEffect, useState } from 'react';
import type { Work } from './running';
import type { State } from './settings';

/** A search that takes longer, with longer still to go, is one that will not end soon. */
const PATIENCE_MS = 4000;
const SOON_MS = 15_000;

/** Whether work for a key has been going on for a while with no end in sight. */
function useEndless({ busy, left }: Work, key: string): boolean {
  const [late, setLate] = useState('');
  useEffect(() => {
    if (!busy) return;
    const timer = setTimeout(() => setLate(key), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [busy, key]);
  return busy && late === key && (left === null || left > SOON_MS);
}

interface Props {
  /** The running search, and what it is about. */
  task: Work;
  searched: string;
  way: State['way'];
  set: (patch: Partial<State>) => void;
}

/** What can be had instead of a search that will not end soon. */
export function Offer({ task, searched, way, set }: Props) {
  const endless = useEndless(task, searched);
  if (!endless || way === 'walking') return null;
  return (
    <div className="offer" role="status">
      <p>
        {way === 'exact'
          ? 'The exact search will not end soon. Everything below works on a sample, too:'
          : 'The estimate takes long, too. A quick look always ends soon:'}
      </p>
      {way === 'exact' && (
        <button type="button" className="button" onClick={() => set({ way: 'hashing' })}>
          Estimate, with a guarantee
        </button>
      )}
      <button type="button" className="button" onClick={() => set({ way: 'walking' })}>
        Quick look, without one
      </button>
    </div>
  );
}
