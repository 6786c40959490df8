import { countTable } from '../../engine/cover/counting';

interface Props {
  /** Old points. */
  n: number;
  /** The three counts at the end of the story. */
  total: readonly [number, number, number];
  /** How far the three lit cells are filled at this moment: C(N,3), C(N,2), C(N+1,3); null before their stage. */
  counted: readonly [number, number | null, number | null];
}

const ROWS = 7;
const COLUMNS = 5;
/** Lines in the plane are the hyperplanes of d = 3. */
const D = 3;
/** The cells of the recurrence: so many points more than the old ones, and d. */
const LIT = [
  { name: 'before', more: 0, dimension: D },
  { name: 'split', more: 0, dimension: D - 1 },
  { name: 'after', more: 1, dimension: D },
] as const;
const dimensions = Array.from({ length: COLUMNS }, (_, k) => k + 1);
const rows = countTable(ROWS, COLUMNS).map((counts, k) => ({ n: k + 1, counts }));

/** The first rows of C(N,d), with the three cells of the recurrence lit and counted along. */
export function CountTable({ n, total, counted }: Props) {
  const cellAt = (row: number, d: number) =>
    LIT.findIndex(({ more, dimension }) => row === n + more && d === dimension);
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
              const k = cellAt(row, d);
              if (k < 0) return <td key={d}>{Number(counts[d])}</td>;
              const underWay = counted[k] !== null && counted[k] !== total[k];
              return (
                <td key={d} className={LIT[k].name}>
                  <span>
                    {counted[k] ?? '?'}
                    {underWay && '…'}
                  </span>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The recurrence in numbers, "?" for what is not counted to the end yet, and in symbols. */
export function Sum({ n, total, counted, usual }: Props & { usual: boolean }) {
  const count = (points: number, d: number) => (
    <>
      <i>C</i>({points}, {d})
    </>
  );
  const number = (k: number) => (counted[k] === total[k] ? total[k] : '?');
  return (
    <div className="sum">
      <p>
        <b className="number">{number(0)}</b> + <b className="number split">{number(1)}</b> ={' '}
        <b className="number">{number(2)}</b>
      </p>
      <p>
        {!usual && 'not in general position, so not '}
        {count(n, D)} + <span className="split">{count(n, D - 1)}</span> = {count(n + 1, D)}
      </p>
    </div>
  );
}
