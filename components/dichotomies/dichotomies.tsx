import { useDeferredValue, useEffect } from 'react';
import { signKey } from '../../engine/cover/dichotomies';
import { Select } from '../controls/choice';
import { Slider } from '../controls/slider';
import { FigureFrame } from '../furniture/figure-frame';
import type { FigureModule, LiveValues } from '../islands/figure-module';
import { publishLive } from '../live-values';
import { defaultsOf } from '../permalink/state';
import { useMendedState } from '../permalink/use-mended-state';
import { poseOf } from '../plane/board';
import { CollinearLines, shortfallWords } from '../plane/collinear';
import { labellingWords, signsOf } from '../plane/labelling';
import { LineGrips, type Pose } from '../plane/line-grips';
import { resize } from '../plane/places';
import { Plane } from '../plane/plane';
import { Album } from './album';
import { type Arrangement, arrange, arrangementOf, LEAST, MOST } from './arrangements';
import { Clash, clashWords } from './clash';
import { Guess } from './guess';
import { type Catalogue, catalogueFor, collect, collected, lineOf, type Shown, shownOf } from './model';
import { mend, poseOfState, type State, shape } from './state';

const NAMES: Readonly<Record<Arrangement, string>> = {
  general: 'in general position',
  line: 'three on a line',
  square: 'a square',
  polygon: 'a regular polygon',
};

/** A state after its points or its line changed: what the line makes now is collected. */
function collecting(state: State): State {
  const { code } = shownOf(state, catalogueFor(state.points));
  return { ...state, found: collect(state.found, code) };
}

function liveOf({ dichotomies }: Catalogue): LiveValues {
  const n = dichotomies.points;
  return { n: String(n), possible: String(dichotomies.count), all: String(2 ** n), squares: `${n} · ${n - 1} + 2` };
}

function Dichotomies() {
  const { state, change, figure } = useMendedState('dichotomies', shape, mend);
  const { points } = state;
  const n = points.length / 2;
  const catalogue = catalogueFor(points);
  const shown = shownOf(state, catalogue);
  const found = collected(state, catalogue);
  const { count, shortfall } = catalogue.dichotomies;
  const all = state.all === 1;
  useEffect(() => publishLive('dichotomies', liveOf(catalogue)), [catalogue]);

  const setPoints = (next: readonly number[]) =>
    change((old) => {
      const same = next.length === old.points.length;
      // other points, other labellings
      return collecting({ ...old, points: next, pick: null, ...(!same && { found: [], guess: null }) });
    });
  const setPose = ({ x, y, degrees }: Pose) =>
    change((old) =>
      collecting({ ...old, line: [Math.round(x), Math.round(y), Math.round(degrees) % 360], pick: null }),
    );
  const pick = (code: number) =>
    change((old) => ({
      pick: code,
      found: catalogueFor(old.points).rows.has(code) ? collect(old.found, code) : old.found,
    }));
  const pose = state.pick !== null && shown.line ? poseOf(shown.line) : poseOfState(state);
  const swap = () =>
    state.pick === null ? setPose({ ...pose, degrees: pose.degrees + 180 }) : pick(2 ** n - 1 - state.pick);
  // the board follows the pointer at once, the album's many pictures when there is time
  const late = useDeferredValue(state);
  const arrangement = arrangementOf(points);

  return (
    <FigureFrame
      slug="dichotomies"
      figure={figure}
      finding={findingOf(state, catalogue, found.size)}
      data={() => ({
        columns: ['labelling (1 is orange, point 1 first)', 'a', 'b', 'c (a·x + b·y + c > 0 is orange)'],
        rows: [...found].map((code) => [signKey(signsOf(code, n)), ...lineOf(catalogue, code)!]),
      })}
      controls={
        <>
          <Slider
            label="Points"
            value={n}
            min={LEAST}
            max={MOST}
            text={String(n)}
            onChange={(value) => setPoints(resize(points, value))}
          />
          <Select
            label="Arranged"
            value={arrangement ?? 'own'}
            options={[
              ...Object.entries(NAMES).map(([value, text]) => ({ value, text })),
              ...(arrangement ? [] : [{ value: 'own', text: 'by yourself' }]),
            ]}
            onChange={(kind) => kind !== 'own' && setPoints(arrange(kind as Arrangement, n))}
          />
        </>
      }
    >
      <div className="plot bare dichotomies-body">
        <div>
          <Plane
            points={points}
            signs={shown.signs}
            lines={shown.line ? [shown.line] : []}
            nameOf={(i) => `Point ${i + 1}, ${colour(shown.signs[i])}: arrow keys move it`}
            onMove={(i, x, y) => setPoints(points.with(2 * i, x).with(2 * i + 1, y))}
            over={shown.line && <LineGrips pose={pose} onPose={setPose} />}
          >
            <CollinearLines shortfall={shortfall} points={points} />
            {shown.clash && <Clash clash={shown.clash} points={points} />}
          </Plane>
          <div className="album-tools needs-script">
            <button type="button" className="button" onClick={() => change(() => ({ all: all ? 0 : 1 }))}>
              {all ? 'Only those I found' : 'Find all'}
            </button>
            {shown.line && (
              <button type="button" className="button" onClick={swap}>
                Swap the sides
              </button>
            )}
          </div>
          <p className="board-note" role="status">
            {noteOf(state, shown, n)}
            {shortfall.missing > 0 && <em>{shortfallWords(shortfall)}</em>}
          </p>
        </div>
        <div>
          <Guess
            n={n}
            found={found.size}
            answer={all ? count : null}
            guess={state.guess}
            onGuess={(guess) => change(() => ({ guess }))}
          />
          <Album state={late} onPick={pick} />
        </div>
      </div>
    </FigureFrame>
  );
}

const colour = (sign: number) => (sign > 0 ? 'orange' : sign < 0 ? 'blue' : 'on the line');

function noteOf({ pick }: State, { signs, code, clash }: Shown, n: number): string {
  if (clash) return `No line makes this labelling: ${clashWords(clash)}. `;
  if (code === null) return `The line runs through point ${signs.indexOf(0) + 1}, which has no side: no labelling. `;
  const words = labellingWords(code, n);
  return pick === null ? `The line makes ${words}. ` : `A line for ${words}. `;
}

function findingOf(state: State, { dichotomies: { points: n, count, shortfall } }: Catalogue, found: number): string {
  const short = shortfall.missing > 0 ? ` ${shortfallWords(shortfall)}` : '';
  return `${n} points have ${2 ** n} labellings, of which a straight line makes ${count}; ${state.all ? 'all' : found} of them are shown with a line.${short}`;
}

const figure: FigureModule<null> = {
  slug: 'dichotomies',
  Component: Dichotomies,
  load: async () => null,
  live: () => liveOf(catalogueFor(defaultsOf(shape).points)),
};

export default figure;
