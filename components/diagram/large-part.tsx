import type { CompiledSoFar } from '../../engine/worker/compile-models';
import { Select } from '../controls/choice';
import { DecimalSlider, decimalBetween } from '../controls/decimal-slider';
import { Slider } from '../controls/slider';
import { formatCount } from '../format';
import type { Task } from '../use-task';
import { type Counted, datasetOf, type Large, MAX_BYTES, MAX_STATES, type TooLarge } from './large';
import { LargeCurve, LargePeople, LargeRules } from './large-charts';
import { counted } from './narrate';
import { POOL_RANGE, PRESETS, PRICE_RANGE, PRICES, type State, TABLES, TOLERANCE_RANGE, TOLERANCES } from './state';

interface Props {
  task: Task<Large>;
  state: State;
  change: (patch: (state: State) => Partial<State>) => void;
  onRun: () => void;
}

const megabytes = (bytes: number): string => `${Math.max(1, Math.round(bytes / 1e6))} MB`;
const milliseconds = (ms: number): string =>
  ms < 1000 ? `${Math.max(1, Math.round(ms))} ms` : `${(ms / 1000).toFixed(1)} s`;

/** Rule sets counted one by one in a second, for a comparison. */
const A_SECOND = 10_000_000n;

const UNITS: readonly [string, bigint][] = [
  ['year', 31_557_600n],
  ['day', 86_400n],
  ['hour', 3_600n],
  ['minute', 60n],
  ['second', 1n],
];

/** A time in its largest fitting unit: "26 days". */
export function longTime(seconds: bigint): string {
  const [unit, length] = UNITS.find(([, each]) => seconds >= each) ?? UNITS[4];
  const many = seconds / length;
  return many < 1n ? 'less than a second' : `${formatCount(many)} ${unit}${many === 1n ? '' : 's'}`;
}

function Result({ large }: { large: Counted }) {
  const { ms } = large;
  const dataset = datasetOf(large.table);
  return (
    <>
      <p className="figure-note">
        One by one, at ten million a second, they would take {longTime(BigInt(large.count) / A_SECOND)}.{' '}
        {ms
          ? `Here, now: compiled in ${milliseconds(ms.compile)}, the curve in ${milliseconds(ms.curve)}, every share in ${milliseconds(ms.shares)}, ${formatCount(large.draws)} uniform draws in ${milliseconds(ms.draws)}; ${megabytes(large.bytes)}, one thread.`
          : `The diagram takes ${megabytes(large.bytes)}. Compile it here to see how long your machine needs.`}
      </p>
      <div className="large-charts">
        <LargeCurve large={large} />
        <LargePeople large={large} labels={{ yes: dataset.yes, no: dataset.no, people: dataset.person.many }} />
        <LargeRules large={large} />
      </div>
    </>
  );
}

/** Why the set was not compiled, and what search says of it. */
function Outgrown({ large }: { large: TooLarge }) {
  return (
    <div className="outgrown">
      <p role="status">
        <b>Outgrown.</b> After {counted(large.depth, 'rule')} of {large.pool} the diagram had{' '}
        {formatCount(large.states)} states in {megabytes(large.bytes)}, and this figure allows {formatCount(MAX_STATES)}{' '}
        in {megabytes(MAX_BYTES)}: too few of them behave alike. It was given up after {milliseconds(large.ms.compile)}.{' '}
        {large.count === null
          ? 'So was the search, which needs no memory, when it had found millions. What is left is an estimate.'
          : `Search, which needs no memory, counts ${formatCount(BigInt(large.count))} rule sets instead, in ${milliseconds(large.ms.search)}.`}
      </p>
    </div>
  );
}

function progressWords(known: CompiledSoFar | undefined): string {
  if (!known) return 'Mining rules and finding the best rule set';
  return 'count' in known
    ? `The diagram is outgrown; ${formatCount(known.count)} rule sets found one by one`
    : `${formatCount(known.states)} states, ${megabytes(known.bytes)}`;
}

/** A set too large to be listed, compiled when the reader asks for it. */
export function LargePart({ task, state, change, onRun }: Props) {
  const large = task.result;
  return (
    <section className="large-part" aria-label="A set too large to be listed">
      <div className="figure-top">
        <Select
          label="Table"
          value={state.table}
          options={TABLES.map((table) => ({ value: table, text: datasetOf(table).title }))}
          onChange={(table) => change(() => ({ table, ...PRESETS[table] }))}
        />
        <Slider
          label="candidate rules, at most"
          value={state.rules}
          min={POOL_RANGE[0]}
          max={POOL_RANGE[1]}
          step={5}
          text={String(state.rules)}
          onChange={(rules) => change(() => ({ rules }))}
        />
        <DecimalSlider
          label="tolerance"
          symbol="ε"
          value={state.tolerance}
          stops={TOLERANCES}
          check={decimalBetween(...TOLERANCE_RANGE, 'ε')}
          onChange={(tolerance) => change(() => ({ tolerance }))}
        />
        <DecimalSlider
          label="price of a rule"
          symbol="λ"
          value={state.price}
          stops={PRICES}
          check={decimalBetween(...PRICE_RANGE, 'λ')}
          onChange={(price) => change(() => ({ price }))}
        />
      </div>
      {task.problem && (
        <p className="figure-note problem" role="alert">
          {task.problem}
        </p>
      )}
      <div className="run-line needs-script">
        {task.busy ? (
          <button type="button" className="button" onClick={task.stop}>
            Stop
          </button>
        ) : (
          <button type="button" className="button" onClick={onRun}>
            {large.ms ? 'Compile again' : 'Compile it here'}
          </button>
        )}
        <progress value={task.progress} max={1} hidden={!task.busy} aria-label="Compiled so far" />
        <span role="status">
          {task.busy
            ? progressWords(task.partial as CompiledSoFar | undefined)
            : task.stopped
              ? 'Stopped. What is shown is the set before.'
              : ''}
        </span>
      </div>
      <div data-busy={task.busy}>
        {large.outgrown ? (
          <Outgrown large={large} />
        ) : (
          <>
            <p className="headline">
              <strong>{formatCount(BigInt(large.count))}</strong> rule {large.count === '1' ? 'set' : 'sets'} in{' '}
              <strong>{formatCount(large.states)}</strong> states
            </p>
            <Result large={large} />
          </>
        )}
      </div>
    </section>
  );
}
