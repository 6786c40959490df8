import { useState } from 'react';

/** A button that opens a file of the reader's. */
export function FileButton({ text, onOpen }: { text: string; onOpen: (file: File) => void }) {
  return (
    <label className="button">
      {text}
      <input
        type="file"
        accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
        className="sr-only"
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          if (file) onOpen(file);
          // The same file may be opened again after it was mended.
          event.currentTarget.value = '';
        }}
      />
    </label>
  );
}

interface Props {
  /** Whether all ways are shown, or only the picker. */
  all: boolean;
  onOpen: (name: string, source: string | Blob) => void;
}

/** Ways to bring a table of one's own: a picker and a field to paste into; dropping works everywhere on the explorer. */
export function OpenTable({ all, onOpen }: Props) {
  const [pasted, setPasted] = useState('');
  return (
    <div className="open-table needs-script">
      <FileButton text="Open your own CSV" onOpen={(file) => onOpen(file.name, file)} />
      {all && (
        <>
          <details className="more">
            <summary>or paste one</summary>
            <textarea
              rows={5}
              aria-label="Table as text, with a header line"
              placeholder={'age,job,hired\n31,clerk,yes\n…'}
              value={pasted}
              onChange={(event) => setPasted(event.currentTarget.value)}
            />
            <button
              type="button"
              className="button"
              disabled={pasted.trim() === ''}
              onClick={() => onOpen('pasted table', pasted)}
            >
              Use it
            </button>
          </details>
          <p className="figure-note">Or drop it anywhere here. It is read in this tab and never leaves your device.</p>
        </>
      )}
    </div>
  );
}
