import type { Dataset } from '../../engine/data/catalogue/types';

/** Where a table comes from and what must not be read from it, said where it is used. */
export function DataNote({ dataset }: { dataset: Dataset }) {
  return (
    <p className="figure-note data-note">
      <b>{dataset.title}.</b> {dataset.story} {dataset.caveat}{' '}
      <a href={`./data/${dataset.provenance}`}>Where the table comes from</a>
    </p>
  );
}
