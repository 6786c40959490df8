import { useEffect, useMemo } from 'react';
import { MEGABYTES, type PeerName } from '../../engine/peers/peer';
import { Segments, Select } from '../controls/choice';
import { Slider } from '../controls/slider';
import { Toggles } from '../controls/toggles';
import { capitalise, formatCount } from '../format';
import { type FigureData, FigureFrame } from '../furniture/figure-frame';
import type { FigureModule, FigureProps, LiveValues } from '../islands/figure-module';
import { publishLive } from '../live-values';
import { defaultsOf } from '../permalink/state';
import { useMendedState } from '../permalink/use-mended-state';
import { useTask } from '../use-task';
import { Chart } from './chart';
import { ALL, CONTESTANTS, type Contestant } from './contestants';
import { COURSE_NAMES, COURSES, courseOf } from './courses';
import { loadWork, type Work } from './laps';
import { LIMITS, limitOf, mend, mostRules, rungsOf, type State, shape } from './state';
import { Table } from './table';
import { type Times, useRace } from './use-race';
import { agreeing, compareAt, type Lines, linesOf, oursIn } from './view';
import { formatMs, formatRatio } from './words';

const slug = 'race';

interface Initial {
  readonly work: readonly Work[];
}

const NO_TIMES: Times = {};

/** "19 MB", "8 to 12 MB". */
const sizeOf = (peer: PeerName): string => `${[...new Set(MEGABYTES[peer].map(Math.round))].join(' to ')} MB`;

/** How a contestant compares with this page's search, in words. */
function ratioWords(lines: Lines, slow: Contestant, axis: State['axis']): string | null {
  const found = compareAt(lines, slow, oursIn(lines, axis));
  if (!found) return null;
  const times = `${found.slow.complete ? '' : 'more than '}${formatRatio(found.ratio)} times`;
  const { name } = CONTESTANTS[slow];
  return axis === 'work'
    ? `with ${found.rules} rules ${name} looks at ${times} as many rule sets as this page`
    : `with ${found.rules} rules ${name} takes ${times} as long as this page`;
}

function liveOf(state: State, work: readonly Work[]): LiveValues {
  const rules = mostRules(state);
  const { members, by } = work.find((rung) => rung.rules === rules)!;
  return {
    table: courseOf(state.course).title,
    rules: String(rules),
    members: formatCount(BigInt(members)),
    published: `${by.published.complete ? '' : 'more than '}${formatCount(by.published.work)}`,
    depth: formatCount(by.depth.work),
  };
}

function findingOf(state: State, work: readonly Work[], times: Times): string {
  const lines = linesOf(state, work, times);
  const course = courseOf(state.course);
  const rung = work.find(({ rules }) => rules === mostRules(state));
  const told = (['published', 'gecode', 'cp-sat'] as const)
    .map((slow) => ratioWords(lines, slow, state.axis))
    .filter((words) => words !== null);
  return `${course.title}, λ = ${course.lambda}, θ = ${course.theta}: ${formatCount(BigInt(rung?.members ?? 0))} models among ${mostRules(state)} rules. ${
    told.length > 0 ? capitalise(`${told.join('; ')}.`) : 'Nothing has been timed in this browser yet.'
  }`;
}

function dataOf(state: State, work: readonly Work[], times: Times): FigureData {
  return {
    columns: ['rules', 'models', 'contestant', 'looked at', 'milliseconds', 'runs', 'ended'],
    rows: rungsOf(state).flatMap((rules) => {
      const rung = work.find((one) => one.rules === rules);
      return ALL.flatMap((name) => {
        const done = rung && name in rung.by ? rung.by[name as keyof Work['by']] : null;
        const lap = times[name]?.find((one) => one.rules === rules);
        if (!done && !lap) return [];
        const ended = lap?.complete ?? done?.complete ?? false;
        return [
          [
            rules,
            rung?.members ?? null,
            CONTESTANTS[name].name,
            done?.work ?? null,
            lap?.ms ?? null,
            lap?.runs ?? null,
            ended ? 'yes' : 'no',
          ],
        ];
      });
    }),
  };
}

function Race({ initial }: FigureProps<Initial>) {
  const { state, change, figure } = useMendedState(slug, shape, mend);
  const course = courseOf(state.course);
  const settled = defaultsOf(shape).course;
  const task = useTask<{ course: State['course']; work: readonly Work[] }>(
    state.course,
    async (context, job) => ({ course: state.course, work: await loadWork(context, course, job) }),
    { key: settled, result: { course: settled, work: initial.work } },
    state.course !== settled,
  );
  const race = useRace();
  const fresh = task.result.course === state.course;
  const work = task.result.work;
  // While another table is prepared, the last one stays in sight.
  const shown = fresh ? state : { ...state, course: task.result.course, rules: 0 };
  const times = race.times[shown.course] ?? NO_TIMES;
  const lines = useMemo(() => linesOf(shown, work, times), [shown, work, times]);
  const rungs = rungsOf(shown);
  const limitMs = limitOf(state);
  useEffect(() => publishLive(slug, liveOf(shown, work)), [shown, work]);

  const ours = oursIn(lines, state.axis);
  const headline = compareAt(lines, 'published', ours);
  const members = formatCount(BigInt(work.find(({ rules }) => rules === headline?.rules)?.members ?? 0));
  const others = (['cp-sat', 'gecode'] as const).flatMap((name) => {
    const found = state.axis === 'time' ? compareAt(lines, name, ours) : null;
    return found ? [{ name, ...found }] : [];
  });
  return (
    <FigureFrame
      slug={slug}
      figure={figure}
      finding={findingOf(shown, work, times)}
      data={() => dataOf(shown, work, times)}
      problem={race.problem ?? task.problem ?? (agreeing(times) ? null : 'The contestants disagree about a count.')}
      controls={
        <>
          <Select
            label="Table"
            value={state.course}
            options={COURSE_NAMES.map((value) => ({ value, text: COURSES[value].title }))}
            onChange={(value) => {
              race.stop();
              change(() => ({ course: value, rules: 0 }));
            }}
          />
          <Slider
            label="rules, up to"
            value={course.ladder.indexOf(mostRules(state))}
            min={1}
            max={course.ladder.length - 1}
            text={String(mostRules(state))}
            onChange={(index) => change(() => ({ rules: course.ladder[index] }))}
          />
          <Slider
            label="time limit for a count"
            value={LIMITS.indexOf(state.limit)}
            min={0}
            max={LIMITS.length - 1}
            text={formatMs(limitMs)}
            onChange={(index) => change(() => ({ limit: LIMITS[index] }))}
          />
          <Toggles
            label="General solvers, loaded on request"
            options={[
              { key: 'gecode', text: `Gecode, ${sizeOf('gecode')}`, on: state.gecode === 'on' },
              { key: 'cpsat', text: `CP-SAT, ${sizeOf('cp-sat')}`, on: state.cpsat === 'on' },
            ]}
            onToggle={(name, on) => change(() => ({ [name]: on ? 'on' : 'off' }))}
          />
        </>
      }
    >
      <div className="race-start run needs-script">
        {race.now === null ? (
          <button
            type="button"
            className="button"
            disabled={task.busy}
            onClick={() => {
              change(() => ({ axis: 'time' }));
              race.start(state);
            }}
          >
            Run the race here
          </button>
        ) : (
          <button type="button" className="button" onClick={race.stop}>
            Stop
          </button>
        )}
        <span className="run-count" role="status">
          {race.now ?? [course.note, ...race.loaded].join(' ')}
        </span>
        <Segments
          label="Show"
          value={state.axis}
          options={[
            { value: 'work', text: 'work' },
            { value: 'time', text: 'time' },
          ]}
          onChange={(axis) => change(() => ({ axis }))}
        />
      </div>
      <p className="headline">
        {headline ? (
          <>
            <strong>
              {headline.slow.complete ? '' : '> '}
              {formatRatio(headline.ratio)}×
            </strong>{' '}
            {state.axis === 'work' ? 'as much to look at' : 'as long'}: BB-enum as published against this page, counting{' '}
            {members} models among {headline.rules} rules.
          </>
        ) : race.now ? (
          'The race is on.'
        ) : (
          'Nothing has been timed in this browser yet.'
        )}
      </p>
      {others.length > 0 && (
        <p className="reading">
          {others.map(({ name, slow, ratio, rules }) => (
            <span key={name}>
              {CONTESTANTS[name].name}:{' '}
              <b>
                {slow.complete ? '' : '> '}
                {formatRatio(ratio)}×
              </b>{' '}
              as long, with {rules} rules.{' '}
            </span>
          ))}
        </p>
      )}
      <div data-busy={task.busy}>
        <Chart
          lines={lines}
          members={work
            .filter(({ rules }) => rungs.includes(rules))
            .map(({ rules, members }) => ({ rules, value: Number(members) }))}
          axis={state.axis}
          limitMs={limitMs}
          label={`${state.axis === 'work' ? 'Rule sets looked at' : 'Time for one count'} over the number of rules`}
        />
      </div>
      <Table course={shown.course} work={work} times={times} rungs={rungs} threads={race.threads} limitMs={limitMs} />
    </FigureFrame>
  );
}

const figure: FigureModule<Initial> = {
  slug,
  Component: Race,
  load: async (context) => ({ work: await loadWork(context, courseOf(defaultsOf(shape).course)) }),
  live: ({ work }) => liveOf(defaultsOf(shape), work),
};

export default figure;
