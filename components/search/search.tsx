import { useEffect, useMemo, useState } from 'react';
import { DecimalSlider, decimalBetween } from '../controls/decimal-slider';
import { Toggles } from '../controls/toggles';
import { formatCount } from '../format';
import { type FigureData, FigureFrame } from '../furniture/figure-frame';
import type { FigureModule, FigureProps, LiveValues } from '../islands/figure-module';
import { publishLive } from '../live-values';
import { defaultsOf } from '../permalink/state';
import { useMendedState } from '../permalink/use-mended-state';
import { Player } from '../player/player';
import { useTask } from '../use-task';
import { currentTally, KEYS, NAMES, tallyOf } from './bounds';
import { Card } from './card';
import { Fates } from './fates';
import { boundsOf, EPSILON_RANGE, EPSILONS, LAMBDA_RANGE, LAMBDAS, mend, type State, shape } from './state';
import { tell } from './story';
import { Tallies } from './tallies';
import { Tree } from './tree';
import { findEntry, rulesOf, runSearch, type SearchView } from './view';

const slug = 'search';

/** The settings that a search depends on. */
const keyOf = ({ lambda, epsilon, ...state }: State): string =>
  JSON.stringify([lambda, epsilon, Object.values(boundsOf({ lambda, epsilon, ...state }))]);

const OFF = { hierarchical: false, lookAhead: false, size: false, equivalentPoints: false };

function liveOf(view: SearchView): LiveValues {
  const looked = (bounds: Partial<SearchView['bounds']>) =>
    formatCount(tallyOf(view, { ...OFF, ...bounds }).evaluations);
  const published = { hierarchical: true, lookAhead: true, size: true };
  const now = currentTally(view);
  return {
    rules: String(view.words.length),
    points: formatCount(view.n),
    all: formatCount(2 ** view.words.length - 1),
    without: looked({}),
    hierarchical: looked({ hierarchical: true }),
    lookAhead: looked({ hierarchical: true, lookAhead: true }),
    published: looked(published),
    merged: looked({ ...published, equivalentPoints: true }),
    visited: formatCount(now.evaluations),
    objectives: formatCount(now.objectives),
    queued: formatCount(now.queued),
    count: formatCount(view.count),
    optimum: view.optimum.toFixed(4),
    theta: view.theta.toFixed(4),
  };
}

function findingOf(view: SearchView): string {
  const now = currentTally(view);
  const on = KEYS.filter((key) => view.bounds[key]).map((key) => NAMES[key]);
  return (
    `With ${on.length === 0 ? 'no bound' : on.join(', ')} the search looks at ${formatCount(now.evaluations)} of the ` +
    `${formatCount(2 ** view.words.length - 1)} rule sets and finds the ${formatCount(view.count)} whose objective is at most ${view.theta.toFixed(4)}; ` +
    `without any bound it looks at ${formatCount(tallyOf(view, OFF).evaluations)}.`
  );
}

function dataOf(view: SearchView): FigureData {
  const { trace, n, words } = view;
  return {
    columns: ['step', 'rules', 'false positives', 'certain mistakes', 'mistakes', 'points', 'member', 'fate'],
    rows: trace.parent.map((_, k) => [
      k,
      rulesOf(trace, k)
        .map((j) => words[j])
        .join('; or '),
      trace.falsePositives[k],
      trace.least[k],
      trace.mistakes[k],
      n,
      trace.member[k],
      trace.verdict[k],
    ]),
  };
}

function Search({ initial }: FigureProps<SearchView>) {
  const { state, change, figure } = useMendedState(slug, shape, mend);
  const [touched, setTouched] = useState(false);
  const settled = useMemo(() => keyOf(defaultsOf(shape)), []);
  const key = keyOf(state);
  const task = useTask(
    key,
    (context, job) => runSearch(context, state, job),
    { key: settled, result: initial },
    touched || key !== settled,
  );
  const view = task.result;
  useEffect(() => publishLive(slug, liveOf(view)), [view]);

  const last = view.trace.parent.length - 1;
  const step = Math.min(state.step ?? last, last);
  const { entry, reached } = useMemo(() => findEntry(view.trace, state.picked), [view, state.picked]);
  const shown = entry <= step ? entry : step;
  const story = useMemo(() => tell(view, shown), [view, shown]);
  const pick = (next: number) => change(() => ({ picked: rulesOf(view.trace, next) }));
  const goTo = (next: number) =>
    change(() => ({ step: next === last ? null : next, picked: rulesOf(view.trace, next) }));

  return (
    <div onPointerDown={() => setTouched(true)} onFocus={() => setTouched(true)}>
      <FigureFrame
        slug={slug}
        figure={figure}
        finding={findingOf(view)}
        data={() => dataOf(view)}
        problem={task.problem}
        controls={
          <>
            <Toggles
              label="Bounds"
              options={[
                { key: 'hierarchical', text: 'hierarchical', on: state.hierarchical === 'on' },
                { key: 'lookahead', text: 'look-ahead', on: state.lookahead === 'on' },
                { key: 'size', text: 'size', on: state.size === 'on' },
                { key: 'equivalent', text: 'equivalent points', on: state.equivalent === 'on' },
              ]}
              onToggle={(name, on) => change(() => ({ [name]: on ? 'on' : 'off', step: null }))}
            />
            <DecimalSlider
              label="tolerance"
              symbol="ε"
              value={state.epsilon}
              stops={EPSILONS}
              check={decimalBetween(...EPSILON_RANGE, 'ε')}
              onChange={(epsilon) => change(() => ({ epsilon, step: null }))}
            />
            <DecimalSlider
              label="price of a rule"
              symbol="λ"
              value={state.lambda}
              stops={LAMBDAS}
              check={decimalBetween(...LAMBDA_RANGE, 'λ')}
              onChange={(lambda) => change(() => ({ lambda, step: null }))}
            />
          </>
        }
      >
        <div className="search-body" data-busy={task.busy}>
          <div>
            <p className="headline">
              <strong>{formatCount(step)}</strong> rule {step === 1 ? 'set' : 'sets'} looked at, of{' '}
              {formatCount(2 ** view.words.length - 1)}
            </p>
            <Fates trace={view.trace} step={step} rules={view.words.length} />
            <Tree
              view={view}
              count={step + 1}
              entry={shown}
              picked={story.rules}
              text={`${story.rules.map((j) => view.words[j]).join(', or ') || 'no rule'}. ${story.fateWords}`}
              onPick={pick}
            />
            <ol className="rule-key">
              {view.words.map((words) => (
                <li key={words}>{words}</li>
              ))}
            </ol>
            <Player
              label="Rule sets looked at"
              step={step}
              last={last}
              text={`${formatCount(step)} of ${formatCount(last)}`}
              onStep={goTo}
            />
          </div>
          <div className="search-told">
            <Card view={view} story={story} beyond={reached || entry > step ? null : state.picked} />
            <Tallies view={view} />
          </div>
        </div>
      </FigureFrame>
    </div>
  );
}

const figure: FigureModule<SearchView> = {
  slug,
  Component: Search,
  load: (context) => runSearch(context, defaultsOf(shape)),
  live: liveOf,
};

export default figure;
