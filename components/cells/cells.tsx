import { useEffect, useMemo, useState } from 'react';
import { countDichotomies } from '../../engine/cover/counting';
import { signKey, signRow } from '../../engine/cover/dichotomies';
import type { Vector } from '../../engine/cover/sphere';
import { Segments } from '../controls/choice';
import { Slider } from '../controls/slider';
import { formatCount, formatShare } from '../format';
import { FigureFrame } from '../furniture/figure-frame';
import type { FigureModule, LiveValues } from '../islands/figure-module';
import { publishLive } from '../live-values';
import { defaultsOf } from '../permalink/state';
import { useMendedState } from '../permalink/use-mended-state';
import { HEIGHT, lineAt, onBoard, poseOf, WIDTH } from '../plane/board';
import { listPoints } from '../plane/labelling';
import { LineGrips, type Pose } from '../plane/line-grips';
import { resize } from '../plane/places';
import { Plane } from '../plane/plane';
import { Histogram } from './histogram';
import { arrangementOf, behaviour, directionOf, type Judged, judge, lineOf, pickedDirection } from './model';
import { Space } from './space';
import { toDegrees, viewOf } from './sphere-view';
import { allowed, LEAST, MOST, mend, type State, shape } from './state';

function Cells() {
  const { state, change, figure } = useMendedState('cells', shape, mend);
  const { d, points, labels, k } = state;
  const n = points.length / 2;
  const arrangement = useMemo(() => arrangementOf(d, points), [d, points]);
  const judged = useMemo(() => judge(arrangement.cells, labels, k), [arrangement, labels, k]);
  const [hovered, setHovered] = useState<Vector | null>(null);
  const [looked, setLooked] = useState<number | null>(null);
  const [held, setHeld] = useState(false);
  useEffect(() => publishLive('cells', liveOf(judged, d)), [judged, d]);

  const { yaw, pitch } = state;
  const view = useMemo(() => viewOf(yaw / 10, pitch / 10), [yaw, pitch]);
  const picked = pickedDirection(state);
  const pickedCell = behaviour(arrangement.cells, points, picked).cell;
  const shown = hovered ?? picked;
  const { signs, cell } = behaviour(arrangement.cells, points, shown);
  const line = lineOf(shown);
  const wrong = Array.from(signs.keys()).filter((i) => signs[i] !== judged.labels[i]);

  const setPoints = (next: readonly number[], code = labels) => {
    setHeld(!allowed(next));
    if (allowed(next)) change(() => ({ points: next, labels: code, k: Math.min(k, next.length / 2) }));
  };
  const pick = (direction: Vector) => {
    const [lon, lat] = toDegrees(direction);
    change(() => ({ lon: Math.round(10 * lon) % 3600, ...(d === '3' && { lat: Math.round(10 * lat) }) }));
  };
  const setPose = ({ x, y, degrees }: Pose) => pick(directionOf(lineAt(x, y, degrees)));
  const turn = (right: number, up: number) =>
    change(({ yaw, pitch }) => ({
      yaw: ((Math.round(yaw + 10 * right) % 3600) + 3600) % 3600,
      pitch: Math.max(-900, Math.min(900, Math.round(pitch + 10 * up))),
    }));
  const pose = d === '2' ? { ...poseOf(line), x: WIDTH / 2, y: HEIGHT / 2 } : poseOf(line);

  return (
    <FigureFrame
      slug="cells"
      figure={figure}
      finding={findingOf(judged, d)}
      data={() => ({
        columns: [
          'cell (1 = orange, first point first)',
          'training errors',
          'share of all directions',
          'in the Rashomon set',
        ],
        rows: Array.from(judged.errors, (errors, c) => [
          signKey(signRow(judged.cells, c)),
          errors,
          judged.cells.shares[c],
          errors <= judged.rashomon.allowed ? 'yes' : 'no',
        ]),
      })}
      controls={
        <>
          <Segments
            label="Lines"
            value={d}
            options={[
              { value: '2', text: 'through the middle' },
              { value: '3', text: 'any' },
            ]}
            onChange={(value) => {
              setHovered(null);
              change(() => ({ d: value }));
            }}
          />
          <Slider
            label="Points"
            value={n}
            min={LEAST}
            max={MOST}
            text={String(n)}
            onChange={(value) => setPoints(resized(points, value), labels % 2 ** value)}
          />
          <Slider
            label="Errors beyond the best"
            value={k}
            min={0}
            max={n}
            text={`at most ${k}`}
            onChange={(value) => change(() => ({ k: value }))}
          />
        </>
      }
    >
      <div className="plot bare cells-body">
        <div>
          <p className="cells-head">
            <b>{n} points</b> and {d === '2' ? 'a line through the middle' : 'a line'}
          </p>
          <Plane
            points={points}
            signs={judged.labels}
            lines={[line]}
            wrong={(i) => wrong.includes(i)}
            nameOf={(i) =>
              `Point ${i + 1}, labelled ${judged.labels[i] > 0 ? 'orange' : 'blue'}: Enter flips the label, arrow keys move the point`
            }
            onPress={(i) => change((old) => ({ labels: old.labels ^ (1 << i) }))}
            onMove={(i, x, y) => setPoints(points.with(2 * i, x).with(2 * i + 1, y))}
            onLook={setLooked}
            over={!hovered && onBoard(line) && <LineGrips pose={pose} onPose={setPose} fixed={d === '2'} />}
          >
            {d === '2' && <path className="middle" d={CROSS} />}
          </Plane>
          <p className="board-note" role="status">
            {held ? HELD : noteOf(wrong, arrangement.cells.shares[cell])}
          </p>
          <Histogram judged={judged} />
        </div>
        <div>
          <p className="cells-head">
            <b>{formatCount(judged.cells.count)} cells</b> = <i>C</i>({n}, {d}), one for each labelling that a line
            makes
          </p>
          <Space
            arrangement={arrangement}
            judged={judged}
            points={points}
            view={view}
            picked={picked}
            pickedCell={pickedCell}
            hoveredCell={hovered ? cell : -1}
            point={looked}
            onPick={pick}
            onHover={setHovered}
            onTurn={turn}
          />
          <p className="cells-set">{setWords(judged, d)}</p>
        </div>
      </div>
    </FigureFrame>
  );
}

const CROSS = `M${WIDTH / 2 - 14} ${HEIGHT / 2}h28M${WIDTH / 2} ${HEIGHT / 2 - 14}v28`;

const HELD = 'Here no three points may share a line, nor two of them one with the middle of the board. ';

/** Dropped or added points; added ones keep general position. */
function resized(points: readonly number[], n: number): readonly number[] {
  const middle = [WIDTH / 2, HEIGHT / 2];
  return resize([...middle, ...points], n + 1).slice(2);
}

const plural = (count: number, word: string) => `${formatCount(count)} ${word}${count === 1 ? '' : 's'}`;

function noteOf(wrong: readonly number[], share: number): string {
  const where = share === undefined ? '' : ` Its cell takes up ${formatShare(share)} of the space of models.`;
  if (wrong.length === 0) return `This line makes no mistake.${where}`;
  return `This line is wrong about ${wrong.length === 1 ? 'point' : 'points'} ${listPoints(wrong)}.${where}`;
}

function setWords({ best, rashomon, cells }: Judged, d: State['d']): string {
  const { cells: inside, countShare, volumeShare, pieces, allowed: most } = rashomon;
  const space = d === '2' ? 'circle' : 'sphere';
  const first = best === 0 ? 'Some lines make no mistake.' : `Every line makes ${plural(best, 'mistake')} or more.`;
  return `${first} At most ${Math.min(most, cells.points)}: ${inside.length} of the ${cells.count} cells, ${formatShare(countShare)} of the behaviours and ${formatShare(volumeShare)} of the ${space}, in ${plural(pieces.length, 'piece')}.`;
}

function findingOf(judged: Judged, d: State['d']): string {
  const { points, count } = judged.cells;
  return `${points} points cut the space of models into ${count} cells; C(${points},${d}) is ${countDichotomies(points, Number(d))}. ${setWords(judged, d)}`;
}

function liveOf(judged: Judged, d: State['d']): LiveValues {
  const { rashomon, cells, best } = judged;
  return {
    n: String(cells.points),
    d,
    cells: formatCount(cells.count),
    best: plural(best, 'mistake'),
    allowed: plural(Math.min(rashomon.allowed, cells.points), 'error'),
    inside: formatCount(rashomon.cells.length),
    share: formatShare(rashomon.countShare),
    volume: formatShare(rashomon.volumeShare),
    pieces: plural(rashomon.pieces.length, 'piece'),
  };
}

const figure: FigureModule<null> = {
  slug: 'cells',
  Component: Cells,
  load: async () => null,
  live: () => {
    const { d, points, labels, k } = defaultsOf(shape);
    return liveOf(judge(arrangementOf(d, points).cells, labels, k), d);
  },
};

export default figure;
