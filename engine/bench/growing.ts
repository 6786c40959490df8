import { count } from '../ers/count';
import { formatRational } from '../ers/rational';
import { referenceSearch } from '../ers/reference';
import { constraintModel } from '../peers/constraint-model';
import { measure, number, table, timed } from './measure';
import { ASKED, asked, bundled } from './questions';
import { startCpSat, startGecode } from './solvers';

const RULES = [10, 20, 30, 40];
const EPSILON = '0.03';

/** The same sets by general solvers: a growing number of candidate rules of two bundled tables. */
export async function growingTable(tables: readonly string[], limitMs: number): Promise<void> {
  const [gecode, cpSat] = [await startGecode(), await startCpSat()];
  console.log(
    `\nGecode took ${number(gecode.started)} ms to load, CP-SAT ${number(cpSat.started)} ms; both count by listing.`,
  );
  const columns = [...ASKED, 'rules', 'engine', 'BB-enum', 'Gecode', 'ratio', 'CP-SAT', 'ratio'];
  const print = table(
    `Growing rules, ε = ${EPSILON}, ${limitMs / 1000} s each: models a second of processor time, with the number found where the time was up`,
    columns,
  );
  for (const name of tables) {
    for (const m of RULES) {
      const { instance, lambda } = await bundled(name, m);
      const { theta: rational, count: members } = await count(instance, { lambda, epsilon: EPSILON });
      const theta = formatRational(rational);
      const model = constraintModel(instance, lambda, theta);
      const ours = await measure(() => count({ ...instance }, { lambda, theta }));
      const plain = await timed(() => referenceSearch(instance, { lambda, theta, evaluations: 20_000_000 }));
      const cells = [plain.result, await gecode.count(model, limitMs), await cpSat.count(model, limitMs)].map(
        (answer, i) => {
          if (answer.complete && BigInt(answer.count) !== members) throw new Error(`${name}: counted ${answer.count}`);
          const speed = (1000 * answer.count) / (i === 0 ? plain.ms : (answer as { ms: number }).ms);
          return { speed, text: `${number(speed)}${answer.complete ? '' : ` (${answer.count} found)`}` };
        },
      );
      const speed = (1000 * Number(members)) / ours;
      const ratio = (i: number) => (cells[i].speed > 0 ? number(speed / cells[i].speed) : '–');
      const question = { name, instance, lambda, theta, members: Number(members) };
      print([
        ...asked(question),
        String(instance.rules.length),
        speed.toExponential(1),
        cells[0].text,
        cells[1].text,
        ratio(1),
        cells[2].text,
        ratio(2),
      ]);
    }
  }
}
