import { scaleLinear, scaleLog } from 'd3-scale';
import { line } from 'd3-shape';
import { type Axis, Plot, percent } from '../charts/plot';
import { formatPower } from '../format';
import { ALL, CONTESTANTS, type Contestant } from './contestants';
import type { Lines } from './view';
import { formatMs } from './words';

interface Props {
  lines: Lines;
  /** How many models there are to count, for so many rules. */
  members: readonly { readonly rules: number; readonly value: number }[];
  axis: 'work' | 'time';
  limitMs: number;
  label: string;
}

/** Height of the plot in pixels, for labels that must not meet. */
const HEIGHT = 400;
const LABEL = 17;

/** How far above all other lines the axis goes: brute force leaves it at the top. */
const ABOVE = 30;

const POWERS = Array.from({ length: 34 }, (_, power) => 10 ** power);
const TIMES = [0.001, 0.01, 0.1, 1, 10, 100, 1000, 10_000, 100_000];

function domainOf({ lines, members, axis, limitMs }: Props): [number, number] {
  const marks = ALL.flatMap((name) => (name === 'brute' && axis === 'work' ? [] : (lines[name] ?? [])));
  const values = marks.map(({ value }) => Math.max(value, 1e-4));
  if (axis === 'time') return [Math.min(0.1, ...values) / 1.5, Math.max(limitMs, ...values) * 2];
  const least = Math.min(...values, ...members.map(({ value }) => value));
  return [Math.max(0.5, least / 2), ABOVE * Math.max(1000, ...values)];
}

interface Label {
  readonly name: Contestant | 'members' | 'limit';
  /** Where its line ends, from 0 to 1. */
  readonly x: number;
  readonly y: number;
}

/** Labels that begin within this share of the width of each other can meet. */
const NEAR = 0.15;

/** Moves labels that would meet apart, upwards and downwards from where they belong. */
function spread(labels: readonly Label[]): Label[] {
  const least = LABEL / HEIGHT;
  const placed = [...labels].sort((a, b) => a.y - b.y).map((label) => ({ ...label }));
  for (let round = 0; round < 40; round++) {
    for (let i = 1; i < placed.length; i++) {
      for (let j = 0; j < i; j++) {
        const missing = least - (placed[i].y - placed[j].y);
        if (missing <= 0 || Math.abs(placed[i].x - placed[j].x) > NEAR) continue;
        placed[i].y += missing / 2;
        placed[j].y -= missing / 2;
      }
    }
  }
  return placed;
}

/** One line for each contestant over the number of rules. */
export function Chart(props: Props) {
  const { lines, members, axis, limitMs, label } = props;
  const rungs = members.map(({ rules }) => rules);
  const [low, high] = domainOf(props);
  const logY = scaleLog([low, high], [0, 1]);
  const place = (value: number) => logY(Math.max(value, low));
  const first = rungs[0];
  const last = rungs[rungs.length - 1];
  const x: Axis = {
    place: scaleLinear([first, Math.max(last, first + 1)], [0, 1]),
    ticks: rungs.filter((rules, i) => i === 0 || rules % 10 === 0 || last <= 30),
    format: String,
    title: 'candidate rules',
  };
  const y: Axis = {
    place,
    ticks: (axis === 'time' ? TIMES : POWERS.filter((_, power) => high < 1e9 || power % 2 === 0)).filter(
      (tick) => tick >= low && tick <= high,
    ),
    format: axis === 'time' ? formatMs : (value) => formatPower(Math.log10(value)),
    title: axis === 'time' ? 'time for one count' : 'rule sets, or states, looked at',
  };
  const wordsFor = (name: Label['name']): string =>
    name === 'members' ? 'models counted' : name === 'limit' ? `limit ${formatMs(limitMs)}` : CONTESTANTS[name].short;
  const path = line<{ rules: number; value: number }>()
    .x(({ rules }) => Number((1000 * x.place(rules)).toFixed(1)))
    .y(({ value }) => Number((1000 * (1 - place(value))).toFixed(1)));
  const names = ALL.filter((name) => (lines[name]?.length ?? 0) > 0);
  const ends = names.map((name): Label => {
    const marks = lines[name]!;
    const inside = marks.filter(({ value }) => value <= high);
    const end = inside[inside.length - 1] ?? marks[0];
    const next = marks[inside.length];
    if (!next) return { name, x: x.place(end.rules), y: place(end.value) };
    // Where the line leaves the plot.
    const share = (1 - place(end.value)) / (logY(next.value) - place(end.value));
    return { name, x: x.place(end.rules) + share * (x.place(next.rules) - x.place(end.rules)), y: 0.985 };
  });
  if (axis === 'work') ends.push({ name: 'members', x: 1, y: place(members[members.length - 1].value) });
  if (axis === 'time') ends.push({ name: 'limit', x: 1, y: place(limitMs) });
  const labels = spread(ends);
  return (
    <Plot x={x} y={y} label={label} className="race-plot">
      <svg
        viewBox="0 0 1000 1000"
        preserveAspectRatio="none"
        width="100%"
        height="100%"
        className="lines"
        aria-hidden="true"
      >
        {axis === 'work' && <path className="members" d={path([...members]) ?? ''} />}
        {names.map((name) => (
          <path key={name} className={name} d={path(lines[name]!) ?? ''} />
        ))}
      </svg>
      {names.length === 0 && (
        <text className="line-name" x="50%" y="50%" textAnchor="middle" aria-hidden="true">
          no times yet: run the race
        </text>
      )}
      {axis === 'time' && (
        <g className="limit" aria-hidden="true">
          <line x1="0" x2="100%" y1={percent(1 - place(limitMs))} y2={percent(1 - place(limitMs))} />
        </g>
      )}
      <g aria-hidden="true">
        {names.map((name) =>
          lines[name]!.filter(({ value }) => value <= high).map(({ rules, value, complete }) =>
            complete ? (
              <circle
                key={`${name} ${rules}`}
                className={`mark ${name}`}
                cx={percent(x.place(rules))}
                cy={percent(1 - place(value))}
                r="3"
              />
            ) : (
              <svg
                key={`${name} ${rules}`}
                className={`more ${name}`}
                x={percent(x.place(rules))}
                y={percent(1 - place(value))}
                overflow="visible"
                aria-hidden="true"
              >
                <path d="M0 0V-16M-4 -11L0 -17L4 -11" />
              </svg>
            ),
          ),
        )}
        {labels.map(({ name, x: at, y: height }) => (
          <text
            key={name}
            className={`line-name ${name}`}
            x={percent(at)}
            y={percent(1 - height)}
            dx={at > 0.985 ? 10 : 8}
            dy="0.35em"
          >
            {wordsFor(name)}
          </text>
        ))}
      </g>
    </Plot>
  );
}
