import { CATALOGUE } from '../../engine/data/catalogue';

/** The bundled data sets: what they hold, what must be known of them, and where they come from. */
export function DataTable() {
  return (
    <dl className="data-sets">
      {CATALOGUE.map((dataset) => (
        <div key={dataset.slug}>
          <dt>
            {dataset.title} (<a href={`./data/${dataset.file}`}>table</a>,{' '}
            <a href={`./data/${dataset.provenance}`}>provenance</a>)
          </dt>
          <dd>
            {dataset.story} {dataset.caveat}
            {Object.keys(dataset.leftOut).length > 0 && ' Not used in rules: '}
            {Object.entries(dataset.leftOut)
              .map(([column, reason]) => `${column} (${reason})`)
              .join('; ')}
            {Object.keys(dataset.leftOut).length > 0 && '.'}
          </dd>
        </div>
      ))}
    </dl>
  );
}
