import type { Kept } from './use-kept-table';

/** Where the reader's table is kept, with a way to forget it. */
export function KeptNote({ kept, onForget }: { kept: Kept; onForget: () => void }) {
  if (kept === 'no') return null;
  if (kept === 'refused')
    return <p className="figure-note">This browser keeps no tables: after a reload, open the file again.</p>;
  return (
    <p className="figure-note">
      Kept on this device only, so that a reload finds it.{' '}
      <button type="button" className="chip" onClick={onForget}>
        Forget kept tables
      </button>
    </p>
  );
}
