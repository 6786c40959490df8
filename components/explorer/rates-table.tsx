import { formatShare } from '../format';
import type { ModelView, Rates } from './view';

interface Props {
  models: readonly [ModelView, ModelView];
  groups: readonly [string, string] | null;
  yes: string;
}

const ROWS: readonly { rate: keyof Rates; text: (yes: string) => string }[] = [
  { rate: 'yes', text: (yes) => yes },
  { rate: 'falsePositive', text: () => 'with label no' },
  { rate: 'truePositive', text: () => 'with label yes' },
  { rate: 'accuracy', text: () => 'right' },
];

const say = (value: number | null): string => (value === null ? '–' : formatShare(value));

/** What both models do to each group, side by side. */
export function RatesTable({ models, groups, yes }: Props) {
  const columns = groups ? [1, 2] : [0];
  const names = groups ?? ['all'];
  return (
    <table className="rates">
      <thead>
        <tr>
          <td />
          {['A', 'B'].map((name) => (
            <th key={name} scope="colgroup" colSpan={columns.length} className={name}>
              {name}
            </th>
          ))}
        </tr>
        {groups && (
          <tr>
            <td />
            {['A', 'B'].flatMap((model) =>
              names.map((name) => (
                <th key={`${model} ${name}`} scope="col">
                  {name}
                </th>
              )),
            )}
          </tr>
        )}
      </thead>
      <tbody>
        {ROWS.map(({ rate, text }) => (
          <tr key={rate}>
            <th scope="row">{text(yes)}</th>
            {columns.map((c) => (
              <td key={`A ${c}`}>{say(models[0].rates[c]?.[rate] ?? null)}</td>
            ))}
            {columns.map((c) => (
              <td key={`B ${c}`}>{say(models[1].rates[c]?.[rate] ?? null)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
