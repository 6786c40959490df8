import { countTable } from '../../engine/cover/counting';

interface Props {
  /** Old points. */
  n: number;
  /** How far the three lit cells are filled at this moment: C(N,3), C(N,2), C(N+1,3); null before their stage. */
  counted: readonly [number, number | null, number | null];
}

const ROWS = 7;
const COLUMNS = 5;
/** Lines in the plane are the hyperplanes of d = 3. */
const D = 3;
const dimensions = Array.from({ length: COLUMNS }, (_, k) => k + 1);
const rows = countTable(ROWS, COLUMNS).map((counts, k) => ({ n: k + 1, counts }));

/** The first rows of C(N,d), with the three cells of the recurrence lit and counted along. */
export function CountTable({ n, counted: [before, split, after] }: Props) {
  const lit = (row: number, d: number): readonly [string, number | null] | null => {
    if (row === n && d === D) return ['before', before];
    if (row === n && d === D - 1) return ['split', split];
    return row === n + 1 && d === D ? ['after', after] : null;
  };
  return (
    <table className="count-table">
      <caption>
        The table of <i>C</i>(<i>N</i>,&thinsp;<i>d</i>)
      </caption>
      <thead>
        <tr>
          <th scope="col">
            <i>N</i>
          </th>
          {dimensions.map((d) => (
            <th key={d} scope="col" className={d === D ? 'own' : ''}>
              {d === 1 && <i>d = </i>}
              {d}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ n: row, counts }) => (
          <tr key={row}>
            <th scope="row">{row}</th>
            {dimensions.map((d) => {
              const cell = lit(row, d);
              if (!cell) return <td key={d}>{Number(counts[d])}</td>;
              const [name, value] = cell;
              return (
                <td key={d} className={name}>
                  <span>{value ?? '?'}</span>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The recurrence in numbers, "?" for what is not counted yet, and in symbols. */
export function Sum({ n, counted: [before, split, after], usual }: Props & { usual: boolean }) {
  const count = (points: number, d: number) => (
    <>
      <i>C</i>({points}, {d})
    </>
  );
  return (
    <div className="sum">
      <p>
        <b className="number">{before}</b> + <b className="number split">{split ?? '?'}</b> ={' '}
        <b className="number">{after ?? '?'}</b>
      </p>
      <p>
        {!usual && 'not in general position, so not '}
        {count(n, D)} + <span className="split">{count(n, D - 1)}</span> = {count(n + 1, D)}
      </p>
    </div>
  );
}
