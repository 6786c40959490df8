import { useEffect, useMemo } from 'react';
import { signKey, signRow } from '../../engine/cover/dichotomies';
import { sidesOfLine } from '../../engine/cover/plane';
import { Slider } from '../controls/slider';
import { FigureFrame } from '../furniture/figure-frame';
import type { FigureModule, LiveValues } from '../islands/figure-module';
import { publishLive } from '../live-values';
import { defaultsOf } from '../permalink/state';
import { useMendedState } from '../permalink/use-mended-state';
import { lineAt, linePath } from '../plane/board';
import { CollinearLines } from '../plane/collinear';
import { LineGrips } from '../plane/line-grips';
import { resize } from '../plane/places';
import { Plane } from '../plane/plane';
import { CountTable, Sum } from './count-table';
import { LEAST, MOST, mend, shape } from './state';
import {
  degreesAt,
  END,
  type Family,
  familyOf,
  type Moment,
  momentOf,
  momentOfParent,
  momentOfTurn,
  STAGE,
  stages,
} from './story';
import { degenerateWords, tell } from './telling';
import { lineOf, Tree } from './tree';
import { useGlide } from './use-glide';

/** What the board shows: the points' answers, y last, and lines that make them. */
function scene(points: readonly number[], at: number, family: Family, { stage, focus }: Moment) {
  const { parents, children, turn } = family.recurrence;
  const n = parents.points;
  const none = { signs: new Int8Array(n + 1), lines: [], through: null };
  const parent = focus === null ? null : family.parents[focus];
  if (!parent) return none;
  const signs = Int8Array.of(...signRow(parents, parent.row), 0);
  if (stage === 0) return { signs, lines: [lineOf(parents, parent.row)], through: null };
  if (stage === 2) {
    const line = lineAt(points[2 * n], points[2 * n + 1], degreesAt(at, family));
    return {
      signs: Int8Array.of(...sidesOfLine(Float64Array.from(points.slice(0, -2)), line), 0),
      lines: [line],
      through: null,
    };
  }
  const lines = parent.children.map((child) => lineOf(children, child));
  if (parent.children.length > 1) return { signs, lines, through: turn[focus!].line };
  return { signs: signRow(children, parent.children[0]), lines, through: null };
}

function liveOf({ recurrence, parents, split }: Family): LiveValues {
  const n = recurrence.parents.points;
  return {
    n: String(n),
    next: String(n + 1),
    before: String(parents.length),
    split: String(split),
    rest: String(parents.length - split),
    after: String(recurrence.children.count),
  };
}

/** A stage takes so long to run when "Next" is pressed. */
const GLIDE_MS = 2200;

function RecurrenceFigure() {
  const { state, change, figure } = useMendedState('recurrence', shape, mend);
  const { points, at } = state;
  const n = points.length / 2 - 1;
  const family = useMemo(() => familyOf(points), [points]);
  const moment = momentOf(at, family);
  const { signs, lines, through } = scene(points, at, family, moment);
  const { glide, halt } = useGlide((to) => change(() => ({ at: to })));
  const go = (to: number) => {
    halt();
    change(() => ({ at: to }));
  };
  useEffect(() => publishLive('recurrence', liveOf(family)), [family]);

  const shownPoints = moment.stage === 0 ? points.slice(0, -2) : points;
  const nameOf = (i: number) => `${i === n ? 'The new point y' : `Point ${i + 1}`}: arrow keys move it`;
  const turning = moment.stage === 2 && family.split > 0;
  const { stage, listed, met, forked, single } = moment;
  const { before, split, after } = family.recurrence.flow;
  const total = [before, split, after] as const;
  const counted = [listed, stage < 2 ? null : met, stage < 3 ? null : 2 * forked + single] as const;
  const trouble = degenerateWords(family);
  return (
    <FigureFrame
      slug="recurrence"
      figure={figure}
      finding={findingOf(family)}
      data={() => ({
        columns: ['dichotomy of the old points (1 = orange)', 'made by a line through y', 'children'],
        rows: family.parents.map(({ row, children }, place) => [
          signKey(signRow(family.recurrence.parents, row)),
          place < family.split ? 'yes' : 'no',
          children.map((child) => signKey(signRow(family.recurrence.children, child))).join(' '),
        ]),
      })}
      controls={
        <Slider
          label="Old points"
          value={n}
          min={LEAST}
          max={MOST}
          text={String(n)}
          onChange={(value) =>
            change((old) => ({
              points: [
                ...resize([...old.points.slice(-2), ...old.points.slice(0, -2)], value + 1).slice(2),
                ...old.points.slice(-2),
              ],
            }))
          }
        />
      }
    >
      <div className="plot bare recurrence-body">
        <div className="recurrence-board">
          <Plane
            points={shownPoints}
            signs={signs}
            lines={lines}
            mark={(i) => (i === n ? 'y' : String(i + 1))}
            picked={n}
            nameOf={nameOf}
            onMove={(i, x, y) => change((old) => ({ points: old.points.with(2 * i, x).with(2 * i + 1, y) }))}
            over={
              turning && (
                <LineGrips
                  pose={{ x: points[2 * n], y: points[2 * n + 1], degrees: Math.round(degreesAt(at, family)) }}
                  fixed
                  onPose={({ degrees }) => go(momentOfTurn(degrees, family))}
                />
              )
            }
          >
            <CollinearLines
              shortfall={(moment.stage === 0 ? family.recurrence.parents : family.recurrence.children).shortfall}
              points={points}
            />
            {through && <path className="through" d={linePath(through)} />}
          </Plane>
          <div className="story">
            <div className="story-steps needs-script">
              <button type="button" className="button" onClick={() => go(0)} disabled={at === 0}>
                From the start
              </button>
              <button
                type="button"
                className="button"
                onClick={() => go(STAGE * Math.max(0, Math.ceil(at / STAGE) - 1))}
                disabled={at === 0}
              >
                Back
              </button>
              <button
                type="button"
                className="button"
                onClick={() => glide(at, STAGE * Math.min(stages.length - 1, moment.stage + 1), GLIDE_MS)}
                disabled={at === END}
              >
                Next
              </button>
            </div>
            <Slider
              label="The story"
              value={at}
              min={0}
              max={END}
              step={10}
              text={`${moment.stage + 1} of ${stages.length}: ${stages[moment.stage]}`}
              onChange={go}
            />
            <p className="story-text" aria-live="polite">
              {tell(family, moment)}
              {trouble && <em>{trouble}</em>}
            </p>
          </div>
        </div>
        <Tree
          points={points}
          family={family}
          moment={moment}
          onPick={(place) => go(momentOfParent(place, at, family))}
        />
        <div className="recurrence-sum">
          <CountTable n={n} total={total} counted={counted} />
          <Sum n={n} total={total} counted={counted} usual={trouble === ''} />
        </div>
      </div>
    </FigureFrame>
  );
}

function findingOf(family: Family): string {
  const { n, next, before, split, rest, after } = liveOf(family);
  return `${n} old points have ${before} dichotomies. A line through the new point makes ${split} of them, which have two children each; the other ${rest} have one. So ${next} points have ${before} + ${split} = ${after}. ${degenerateWords(family)}`;
}

const figure: FigureModule<null> = {
  slug: 'recurrence',
  Component: RecurrenceFigure,
  load: async () => null,
  live: () => liveOf(familyOf(defaultsOf(shape).points)),
};

export default figure;
