import { useMemo } from 'react';
import { countWithin } from '../../engine/ers/diagram-count';
import { add, parseRational, toNumber } from '../../engine/ers/rational';
import { DecimalSlider, decimalBetween } from '../controls/decimal-slider';
import { formatCount, formatShare } from '../format';
import { Player } from '../player/player';
import { acrossOf, type Place, pathOf, placeStates, through } from './geometry';
import { Layers } from './layers';
import { layerSizes, narrate } from './narrate';
import { Rules } from './rules';
import { Sizes } from './sizes';
import { curveOf, objectiveOf, type Small } from './small';
import { SmallCurve } from './small-curve';
import { EPSILONS, MOST_DRAWS, RULES, type State } from './state';
import { StateCard, stateWords } from './state-card';
import { WalkCard } from './walk-card';

interface Props {
  small: Small;
  state: State;
  busy: boolean;
  change: (patch: (state: State) => Partial<State>) => void;
}

const LAST = 2 * RULES;
/** Fewer draws say nothing of a share. */
const TELLING = 50;

/** Of the states halfway down the one through which most members pass by several ways. */
function tellingState({ view }: Small): Place {
  const layer = Math.floor(view.order.length / 2);
  const merged = view.layers[layer].ways.map((ways, state) => (ways > 1 ? through(view, { layer, state }) : 0));
  return { layer, state: merged.indexOf(Math.max(...merged)) };
}

const exists = ({ view }: Small, [layer, state]: readonly number[]): boolean =>
  layer !== undefined && state < view.layers[layer].node.length;

/** |R(θ′)| for the best objective plus a smaller tolerance. */
export function countAt(small: Small, within: string) {
  const theta = add(parseRational(small.optimum), parseRational(within));
  return { theta: toNumber(theta), count: countWithin(curveOf(small.curve), theta) };
}

/** A small set, compiled before the reader's eyes, and what can be read off it. */
export function SmallPart({ small, state, busy, change }: Props) {
  const { view } = small;
  const geometry = useMemo(() => placeStates(view, small.weight, Number(small.lambda)), [view, small]);
  const [optimum, theta] = [objectiveOf(small.optimum), objectiveOf(small.theta)];
  const across = useMemo(() => acrossOf(optimum, theta), [optimum, theta]);
  const step = state.step ?? LAST;
  const layer = step >> 1;
  const done = step === LAST;

  const chosen = exists(small, state.state) ? { layer: state.state[0], state: state.state[1] } : tellingState(small);
  const picked = chosen.layer <= layer ? chosen : { layer: 0, state: 0 };
  const within = useMemo(() => countAt(small, state.within), [small, state.within]);

  const draws = Math.min(state.draws, small.drawn.length);
  const rules = draws > 0 ? small.drawn[draws - 1] : [];
  const path = useMemo(() => (draws > 0 ? pathOf(view, small.drawn[draws - 1]) : null), [view, small, draws]);
  const measured = useMemo(() => {
    if (draws < TELLING) return null;
    const seen = small.names.map(() => 0);
    for (const drawn of small.drawn.slice(0, draws)) for (const rule of drawn) seen[rule] += 1 / draws;
    return seen;
  }, [small, draws]);
  const off = measured && Math.max(...measured.map((share, rule) => Math.abs(share - small.containing[rule])));
  const sizes = layerSizes(view, layer);

  return (
    <div className="small-part" data-busy={busy}>
      <p className="headline">
        <strong>{formatCount(done ? small.count : sizes.ways)}</strong>{' '}
        {done ? (small.count === 1 ? 'rule set' : 'rule sets') : sizes.ways === 1 ? 'way so far' : 'ways so far'} in{' '}
        <strong>{formatCount(done ? small.states : sizes.states)}</strong>{' '}
        {done ? 'states' : sizes.states === 1 ? 'state of this layer' : 'states of this layer'}
      </p>
      <p className="figure-note narration" role="status">
        {done
          ? `All ${small.names.length} rules are decided. Every way from the top to the bottom is one rule set; the states hold them all.`
          : narrate(view, small.names, step)}
      </p>
      <div className="plot diagram-plot">
        <Rules small={small} taken={done ? rules : []} measured={measured} />
        <Layers
          small={small}
          geometry={geometry}
          across={across}
          step={step}
          path={done && path ? path.states : []}
          picked={picked}
          pickedText={stateWords(small, picked)}
          onPick={(place) => change(() => ({ state: [place.layer, place.state] }))}
        />
        <Sizes small={small} step={step} />
        <SmallCurve curve={small.curve} optimum={optimum} theta={theta} across={across} within={within} done={done} />
      </div>
      <ol className="rule-key">
        {view.order.map((rule) => (
          <li key={rule}>
            {small.names[rule]} <b>{formatShare(small.containing[rule])}</b>
          </li>
        ))}
      </ol>
      <div className="diagram-tools">
        <Player
          label="Rules decided"
          step={step}
          last={LAST}
          text={`${layer} of ${RULES}${step % 2 === 1 ? ', the next one half' : ''}`}
          onStep={(next) => change(() => ({ step: next === LAST ? null : next }))}
        />
        {Number(state.epsilon) > 0 && (
          <DecimalSlider
            label="smaller tolerance"
            symbol="θ′ − f* "
            value={state.within}
            stops={EPSILONS.filter((stop) => Number(stop) <= Number(state.epsilon))}
            check={decimalBetween(0, Number(state.epsilon), 'θ′ − f*')}
            onChange={(next) => change(() => ({ within: next }))}
          />
        )}
      </div>
      <div className="diagram-cards">
        <StateCard small={small} place={picked} />
        <WalkCard
          small={small}
          draws={draws}
          rules={rules}
          chances={path?.chances ?? []}
          off={off}
          onDraw={(more) => change((old) => ({ draws: Math.min(MOST_DRAWS, old.draws + more), step: null }))}
        />
      </div>
    </div>
  );
}
