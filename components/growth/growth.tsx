import { useEffect, useMemo, useRef, useState } from 'react';
import { Segments } from '../controls/choice';
import { DecimalSlider, decimalBetween } from '../controls/decimal-slider';
import { nearestStop } from '../controls/stops';
import { formatCount } from '../format';
import { type FigureData, FigureFrame } from '../furniture/figure-frame';
import type { FigureModule, LiveValues } from '../islands/figure-module';
import { publishLive } from '../live-values';
import { defaultsOf } from '../permalink/state';
import { DataNote } from '../study/data-note';
import { datasetOf } from '../study/study';
import { TableSelect } from '../study/table-select';
import { useStudyState } from '../study/use-study-state';
import { useTouched } from '../study/use-touched';
import { useTask } from '../use-task';
import { Chart } from './chart';
import { countLine, countLines, estimateRest } from './count';
import { axesOf } from './places';
import { Reading } from './reading';
import { LAMBDA_RANGE, LAMBDAS, shape } from './shape';
import type { Initial, Line, Lines } from './view';

const slug = 'growth';
const NOTHING = { key: 'nothing yet', result: null };

function findingOf({ epsilons, m }: Lines, own: Line, at: number): string {
  const count = own.counts[at];
  const known = count === null ? 'too many to count in a moment' : formatCount(BigInt(count));
  const half = own.counts[Math.round(at / 2)];
  return (
    `With λ = ${own.lambda}, ${known} rule sets of the 2^${m} that ${m} rules make come within ε = ${epsilons[at]} of the best` +
    `${half === null ? '' : `; within half of that, ${formatCount(BigInt(half))}`}.`
  );
}

function dataOf({ epsilons }: Lines, all: readonly Line[]): FigureData {
  return {
    columns: ['lambda', 'epsilon', 'count', 'estimate'],
    rows: all.flatMap((line) =>
      epsilons.map((epsilon, i) => [line.lambda, epsilon, line.counts[i], line.estimates[i]?.value ?? null]),
    ),
  };
}

const lineOf = ({ lines }: Lines, lambda: string): Line | undefined =>
  lines.find((line) => Number(line.lambda) === Number(lambda));

function liveOf({ epsilons, m }: Lines, own: Line, at: number): LiveValues {
  const count = (i: number) => (own.counts[i] === null ? 'too many to count' : formatCount(BigInt(own.counts[i]!)));
  return {
    epsilon: epsilons[at],
    half: epsilons[Math.round(at / 2)],
    lambda: own.lambda,
    m: String(m),
    count: count(at),
    countAtHalf: count(Math.round(at / 2)),
  };
}

function Growth({ initial }: { initial: Initial }) {
  const figure = useStudyState(slug, shape);
  const { state, set, pristine } = figure;
  const { touched, listeners } = useTouched();
  const [hovered, setHovered] = useState<number | null>(null);
  const dataset = datasetOf(state.data);
  const lambda = state.lambda || dataset.lambda;
  const far = state.far === 'yes';
  const home = state.data === initial.slug;

  const usual = useTask<Lines>(
    state.data,
    (context, job) => (home ? Promise.resolve(initial) : countLines(context, state.data, job)),
    { key: initial.slug, result: initial },
    touched || !pristine,
  );
  const lines = usual.result;
  const fresh = lines.slug === state.data;
  const among = lineOf(lines, lambda);
  const counted = useTask<{ slug: string; line: Line } | null>(
    `${state.data} ${lambda} ${far}`,
    async (context, job) => {
      if (among && fresh && !far) return { slug: state.data, line: among };
      const line = await countLine(context, state.data, lambda, far, job);
      return { slug: state.data, line: far ? await estimateRest(context, state.data, line, job) : line };
    },
    NOTHING,
    fresh && (!among || far),
  );
  const last = useRef(lineOf(initial, datasetOf(initial.slug).lambda)!);
  const answer =
    counted.result?.slug === state.data && counted.result.line.lambda === lambda ? counted.result.line : null;
  const own = (far ? answer : (among ?? answer)) ?? among ?? last.current;
  last.current = own;
  const others = useMemo(() => lines.lines.filter((line) => line.lambda !== own.lambda), [lines, own]);

  const stop = nearestStop(lines.epsilons, fresh ? state.epsilon || dataset.epsilon : datasetOf(lines.slug).epsilon);
  const at = hovered ?? stop;
  const axes = useMemo(() => axesOf(lines, [...others, own], state.reading), [lines, others, own, state.reading]);
  const unfinished = own.counts.includes(null);
  useEffect(() => publishLive(slug, liveOf(lines, own, stop)), [lines, own, stop]);

  return (
    <div {...listeners}>
      <FigureFrame
        slug={slug}
        figure={figure}
        finding={findingOf(lines, own, stop)}
        data={() => dataOf(lines, [...others, own])}
        problem={usual.problem ?? counted.problem}
        controls={
          <>
            <TableSelect value={state.data} onChange={(data) => set({ data, person: -1 })} />
            <DecimalSlider
              label="price of a rule"
              symbol="λ"
              value={lambda}
              stops={LAMBDAS}
              check={decimalBetween(...LAMBDA_RANGE, 'λ')}
              onChange={(value) => set({ lambda: value, far: 'no' })}
            />
            <DecimalSlider
              label="tolerance"
              symbol="ε"
              value={lines.epsilons[stop]}
              stops={lines.epsilons}
              check={decimalBetween(0, Number(lines.epsilons.at(-1)), 'ε')}
              onChange={(value) => set({ epsilon: lines.epsilons[nearestStop(lines.epsilons, value)] })}
            />
            <Segments
              label="read as"
              value={state.reading}
              options={[
                { value: 'count', text: 'number' },
                { value: 'share', text: 'share of all' },
              ]}
              onChange={(reading) => set({ reading })}
            />
          </>
        }
      >
        <div className="growth-body" data-busy={(usual.busy && !fresh) || counted.busy}>
          <Chart
            lines={lines}
            others={others}
            own={own}
            axes={axes}
            at={at}
            onPoint={(index) => set({ epsilon: lines.epsilons[index] })}
            onHover={setHovered}
          />
        </div>
        <Reading lines={lines} own={own} at={at} />
        {unfinished && (
          <p className="further needs-script">
            {counted.busy ? (
              <>
                <progress value={counted.progress} aria-label="Counting" />
                <button type="button" className="button" onClick={() => set({ far: 'no' })}>
                  Cancel
                </button>
              </>
            ) : (
              !far && (
                <button type="button" className="button" onClick={() => set({ far: 'yes' })}>
                  Count on, then estimate
                </button>
              )
            )}
          </p>
        )}
        <DataNote dataset={datasetOf(lines.slug)} />
      </FigureFrame>
    </div>
  );
}

const figure: FigureModule<Initial> = {
  slug,
  Component: Growth,
  load: (context) => countLines(context, defaultsOf(shape).data),
  live(initial) {
    const { lambda, epsilon } = datasetOf(initial.slug);
    return liveOf(initial, lineOf(initial, lambda)!, nearestStop(initial.epsilons, epsilon));
  },
};

export default figure;
