import { availableParallelism, cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { estimatesTable } from './bench/estimates';
import { exactTable } from './bench/exact';
import { growingTable } from './bench/growing';
import { ownQuestions, readQuestions } from './bench/questions';
import { threadsTable } from './bench/threads';
import { compiledTable, listingTable } from './bench/whole';

/**
 * `npm run bench`: this engine beside BB-enum as published, general solvers, and itself with two threads, compiled and
 * estimating; engine/README.md has its result. `-- --instances DIR --counts FILE` takes other questions.
 */
const { values: options } = parseArgs({
  options: {
    instances: { type: 'string' },
    counts: { type: 'string' },
    /** Part of the name of an instance. */
    only: { type: 'string', default: '' },
    /** Models of a question at least, and at most for those that are counted one by one. */
    least: { type: 'string', default: '1000' },
    most: { type: 'string', default: '20000000' },
    /** Seconds that BB-enum may take for one question; its time is a lower bound then. */
    limit: { type: 'string', default: '60' },
    /** Seconds for each general solver and set. */
    'peer-limit': { type: 'string', default: '20' },
    /** Some of the tables only. */
    tables: { type: 'string', default: 'exact,threads,listing,compiled,growing,estimates' },
  },
});

const all =
  options.instances && options.counts
    ? readQuestions(options.instances, options.counts).filter(({ name }) => name.includes(options.only))
    : await ownQuestions(options.only);
const questions = all.filter(({ members }) => members >= Number(options.least));
const listed = questions.filter(({ members }) => members <= Number(options.most));
const tables = options.tables.split(',');

console.log(`${cpus()[0]?.model}, ${availableParallelism()} processors, Node ${process.version}`);
if (tables.includes('exact')) await exactTable(listed, Number(options.limit) * 1000);
if (tables.includes('threads')) await threadsTable(questions.filter(({ members }) => members > 5e7 && members < 3e8));
if (tables.includes('listing')) await listingTable(listed.filter(({ members }) => members > 9e5 && members < 1.2e6));
if (tables.includes('compiled')) await compiledTable(questions.filter(({ members }) => members > 5e7));
if (tables.includes('growing'))
  await growingTable(['house-votes-84', 'german-credit'], Number(options['peer-limit']) * 1000);
if (tables.includes('estimates')) await estimatesTable(questions.filter(({ members }) => members >= 900_000));
process.exit();
