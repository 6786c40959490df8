import { type ReactNode, useMemo } from 'react';
import { percent } from '../charts/plot';
import { formatCount } from '../format';
import { boardFor, tileDots } from '../small-set/board';
import { type SmallSet, wordsOf } from '../small-set/small-set';
import { promiseOf, SAMPLERS, type SamplerName } from './samplers';
import { type SamplerView, staircase, tilesByCount, type Verdict } from './view';

interface Props {
  name: SamplerName;
  set: SmallSet;
  view: SamplerView;
  /** The most that any sampler drew a model: where all their axes end. */
  top: number;
  /** These draws are not those of the present settings: others are on their way, or were stopped. */
  stale: boolean;
  busy: boolean;
  /** Its own settings. */
  children?: ReactNode;
}

/** How many times a board is as wide as high. */
const WIDE = 1.3;

/** The side of a tile whose model came as often as expected; its area goes with the number of draws. */
const SIDE = 0.42;

const HEIGHT = 100;

const VERDICTS: Readonly<Record<Verdict, string>> = {
  far: 'farther from uniform than chance explains',
  chance: 'what chance alone makes of uniform draws',
  even: 'more even than chance: one run draws no model twice',
  nothing: 'no model was found',
};

/** All models as tiles, the larger the more often they came. */
function Board({ counts, expected, label }: { counts: readonly number[]; expected: number; label: string }) {
  const board = useMemo(() => boardFor(counts.length, WIDE), [counts.length]);
  const groups = useMemo(() => tilesByCount(counts), [counts]);
  return (
    <svg className="draws" viewBox={`0 0 ${board.columns} ${board.rows}`} role="img" aria-label={label}>
      {groups.map(([count, tiles]) => (
        <path
          key={count}
          className={count === 0 ? 'never' : undefined}
          strokeWidth={(count === 0 ? 0.16 : SIDE * Math.sqrt(count / expected)).toFixed(3)}
          d={tileDots(tiles, board)}
        />
      ))}
    </svg>
  );
}

const NICE = [0, 5, 20, 100, 500, 2000, 10_000];

/** Pixels between two labels. */
const APART = 13;

/** The labels that fit, from below. */
function ticksFor(place: (count: number) => number, top: number): number[] {
  const kept: number[] = [];
  for (const tick of NICE) {
    const below = kept[kept.length - 1];
    if (tick <= top && (below === undefined || place(below) - place(tick) >= APART)) kept.push(tick);
  }
  return kept;
}

/** How often the models came, sorted, before what uniform draws would show. */
function Sorted({ view, top }: { view: SamplerView; top: number }) {
  const place = (count: number) => HEIGHT * (1 - Math.sqrt(count / top));
  const even = staircase(view.even, place);
  const models = view.sorted.length;
  return (
    <div className="sorted">
      <svg width="100%" height={HEIGHT} aria-hidden="true">
        <g className="axis">
          {ticksFor(place, top).map((tick) => (
            <g key={tick}>
              <line x1="0" x2="100%" y1={place(tick)} y2={place(tick)} />
              <text x="-6" y={place(tick)} dy="0.35em" textAnchor="end">
                {tick}
              </text>
            </g>
          ))}
        </g>
        <svg
          viewBox={`0 0 ${models} ${HEIGHT}`}
          preserveAspectRatio="none"
          width="100%"
          height={HEIGHT}
          aria-hidden="true"
        >
          <path className="even" d={`${even}V${HEIGHT}H0z`} />
          <path className="came" d={staircase(view.sorted, place)} />
        </svg>
      </svg>
    </div>
  );
}

/** The distance from uniform on a scale from 0 to 1, and how much of it chance makes. */
function Distance({ view: { distance, floor } }: { view: SamplerView }) {
  return (
    <svg className="distance" width="100%" height="14" aria-hidden="true">
      <rect className="track" y="4" width="100%" height="6" />
      <rect className="far" y="4" width={percent(distance)} height="6" />
      <rect className="chance" y="4" width={percent(Math.min(distance, floor.mean))} height="6" />
      <line x1={percent(floor.mean)} x2={percent(floor.mean)} y1="0" y2="14" />
    </svg>
  );
}

/** One sampler: how it draws, what it drew, how far that is from uniform, and what it cost. */
export function Panel({ name, set, view, top, stale, busy, children }: Props) {
  const { title, how } = SAMPLERS[name];
  const { draws, drawn, distance, floor, never, most, verdict } = view;
  const expected = draws.wanted / set.models.length;
  return (
    <section className="sampler" aria-label={title} data-stale={stale} data-busy={stale && busy}>
      <svg className="title" width="100%" height="22" aria-hidden="true">
        <text y="15">{title}</text>
      </svg>
      <p className="how">{how}</p>
      <Board
        counts={draws.counts}
        expected={expected}
        label={`${title}: ${formatCount(never)} of ${formatCount(set.models.length)} models were never drawn, the most frequent one ${formatCount(most.times)} times`}
      />
      <p className="sorted-title">times drawn, models sorted</p>
      <Sorted view={view} top={top} />
      <Distance view={view} />
      <p className="verdict">
        <b>{distance.toFixed(3)}</b> from uniform; chance makes {floor.mean.toFixed(3)}
        <span>{VERDICTS[verdict]}</span>
      </p>
      <dl>
        <div>
          <dt>promise</dt>
          <dd>{promiseOf(draws)}</dd>
        </div>
        <div>
          <dt>looked at for one model</dt>
          <dd>{draws.nodes < 1 ? 'less than one' : formatCount(draws.nodes)}</dd>
        </div>
        <div>
          <dt>models a second, here</dt>
          <dd>{draws.speed === null ? 'draw to measure' : formatCount(draws.speed)}</dd>
        </div>
        <div>
          <dt>never drawn</dt>
          <dd>{formatCount(never)}</dd>
        </div>
        <div className="most">
          <dt>most often</dt>
          <dd>
            {formatCount(most.times)} times, expected {expected}: <i>{wordsOf(set, most.model)}</i>
          </dd>
        </div>
        {drawn < draws.wanted && (
          <div>
            <dt>drawn</dt>
            <dd>
              {formatCount(drawn)} of {formatCount(draws.wanted)}
            </dd>
          </div>
        )}
      </dl>
      {children && <div className="settings">{children}</div>}
    </section>
  );
}
