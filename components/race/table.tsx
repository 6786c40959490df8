import { useState } from 'react';
import { CP_SAT_SEED } from '../../engine/peers/cp-sat-model';
import { formatCount } from '../format';
import { ALL, CONTESTANTS, type Contestant } from './contestants';
import { type CourseName, courseOf } from './courses';
import type { Time, Work } from './laps';
import type { Times } from './use-race';
import { formatMs, formatRatio } from './words';

interface Props {
  course: CourseName;
  work: readonly Work[];
  times: Times;
  rungs: readonly number[];
  threads: number;
  limitMs: number;
}

const lapOf = (times: Times, name: Contestant, rules: number): Time | undefined =>
  times[name]?.find((lap) => lap.rules === rules);

/** This page's own time on one thread, by the quicker of its two ways. */
function quickest(times: Times, rules: number): Time | undefined {
  const [depth, compiled] = [lapOf(times, 'depth', rules), lapOf(times, 'compiled', rules)];
  return compiled?.complete && !(depth?.complete && depth.ms <= compiled.ms) ? compiled : depth;
}

function cell(lap: Time | undefined, ours: Time | undefined): { text: string; notes: readonly string[] } {
  if (!lap) return { text: '', notes: [] };
  if (!lap.complete)
    return { text: `> ${formatMs(lap.ms)}`, notes: lap.count > 0n ? [`found ${formatCount(lap.count)}`] : [] };
  const ratio = ours?.complete && ours !== lap ? `${formatRatio(lap.ms / ours.ms)}×` : null;
  const first = lap.firstMs === null ? null : `first at ${formatMs(lap.firstMs)}`;
  return { text: formatMs(lap.ms), notes: [ratio, first].filter((note) => note !== null) };
}

/** The race as text that can be pasted: what was counted, where, and how long it took. */
function asText({ course: name, work, times, rungs, threads, limitMs }: Props, names: readonly Contestant[]): string {
  const course = courseOf(name);
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const lines = [
    `How Many Models Fit? Race on ${course.title} (${course.dataset.slug}), λ = ${course.lambda}, θ = ${course.theta}`,
    `Browser: ${navigator.userAgent}; logical processors: ${navigator.hardwareConcurrency}; threads of “all threads”: ${threads}`,
    `Limit: ${formatMs(limitMs)} a count. Milliseconds; behind each the number of runs; quick ones are timed in five batches, of which the median counts. A solver’s time includes reading the model. Random numbers: CP-SAT's seed is ${CP_SAT_SEED}; no other contestant draws any.`,
    '',
    row(['rules', 'models', ...names.map((contestant) => `${CONTESTANTS[contestant].name}, ms`)]),
    row(['---', '---', ...names.map(() => '---:')]),
    ...rungs.map((rules) =>
      row([
        String(rules),
        work.find((rung) => rung.rules === rules)?.members ?? '',
        ...names.map((contestant) => {
          const lap = lapOf(times, contestant, rules);
          if (!lap) return '';
          return lap.complete
            ? `${Number(lap.ms.toPrecision(4))} (${lap.runs})`
            : `> ${Math.round(lap.ms)}, found ${lap.count}`;
        }),
      ]),
    ),
  ];
  return `${lines.join('\n')}\n`;
}

/** All times, and how many times they are the time of this page on one thread. */
export function Table(props: Props) {
  const { work, times, rungs } = props;
  const [said, setSaid] = useState('');
  const names = ALL.filter((name) => times[name] !== undefined);
  if (names.length === 0) return null;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(asText(props, names));
      setSaid('Copied.');
    } catch {
      setSaid('This browser does not let the page copy.');
    }
  };
  return (
    <div className="race-table">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than the page is scrolled by keyboard too */}
      <section aria-label="Times measured in this browser" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">rules</th>
              <th scope="col">models</th>
              {names.map((name) => (
                <th key={name} scope="col">
                  {CONTESTANTS[name].name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rungs.map((rules) => (
              <tr key={rules}>
                <th scope="row">{rules}</th>
                <td>{formatCount(BigInt(work.find((rung) => rung.rules === rules)?.members ?? 0))}</td>
                {names.map((name) => {
                  const { text, notes } = cell(lapOf(times, name, rules), quickest(times, rules));
                  return (
                    <td key={name}>
                      {text}
                      {notes.map((note) => (
                        <small key={note}>{note}</small>
                      ))}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p className="run">
        <button type="button" className="button" onClick={copy}>
          Copy the table
        </button>
        <span role="status" className="run-count">
          {said}
        </span>
      </p>
    </div>
  );
}
