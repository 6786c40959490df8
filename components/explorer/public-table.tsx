import type { PublicDataset } from '../../engine/data/catalogue/types';
import { literalWords } from '../../engine/rules/words';
import { formatCount } from '../format';
import { fileOf, hostOf, megabytes } from './fetch-table';
import { FileButton } from './open-table';
import { Running } from './running';
import type { PublicTable } from './use-public-table';

interface Props {
  dataset: PublicDataset;
  table: PublicTable;
  /** Whether it is read, and is the right one. */
  open: boolean;
  /** Whether what was fetched was of no use. */
  failed: boolean;
}

/** A table that another host publishes: what it is, what is done with it, and a way to ask for it. */
export function PublicTableCard({ dataset: { source, columns }, table, open, failed }: Props) {
  const { task, ask } = table;
  const waiting = task.busy || (table.file !== null && !open && !failed);
  return (
    <div className="public-table">
      {!open && (
        <>
          <div className="ways">
            <button type="button" className="button" disabled={waiting} onClick={ask}>
              {failed || task.problem ? 'Fetch it again' : `Fetch it: ${megabytes(source.bytes)}`}
            </button>
            <FileButton text="Open a copy" onOpen={(file) => table.open(file)} />
          </div>
          <Running task={task} what="fetching" />
          <p className="figure-note">
            From {hostOf(source)}, kept there by {source.publisher}. It is not used before its SHA-256 is found right;
            nothing of yours is sent.
          </p>
        </>
      )}
      <details className="more">
        <summary>What is done with the file</summary>
        <dl className="recipe">
          <dt>File</dt>
          <dd>
            <a href={source.url}>{fileOf(source)}</a>, {formatCount(source.bytes)} bytes
          </dd>
          <dt>SHA-256</dt>
          <dd>
            <code>{source.sha256}</code>
          </dd>
          <dt>Rows kept</dt>
          {source.filters.length === 0 && <dd>all</dd>}
          {source.filters.map(({ literals, reason }) => (
            <dd key={reason}>
              {literals.map((literal) => literalWords(literal, columns)).join(' and ')}: {reason}
            </dd>
          ))}
          <dt>Columns kept</dt>
          <dd>{source.columns.join(', ')}</dd>
        </dl>
      </details>
    </div>
  );
}
