import { formatCount } from '../format';
import { type Place, through, waysTo } from './geometry';
import { counted } from './narrate';
import type { Small } from './small';

/** So many of the ways to a state are named. */
const NAMED = 4;

const setWords = (small: Small, rules: readonly number[]): string => {
  const positions = rules.map((rule) => small.view.order.indexOf(rule) + 1).sort((a, b) => a - b);
  return positions.length === 0 ? 'no rule' : `{${positions.join(', ')}}`;
};

/** What a state stands for, in a sentence: for its card, and read aloud. */
export function stateWords(small: Small, place: Place): string {
  const layer = small.view.layers[place.layer];
  const ways = layer.ways[place.state];
  const below = layer.below[place.state];
  return (
    `${counted(ways, 'way leads', 'ways lead')} here and ${counted(below, 'way leads', 'ways lead')} on: ` +
    `${counted(through(small.view, place), 'rule set')} of the ${formatCount(small.count)} pass through it.`
  );
}

/** The picked state: which ways lead to it, and why they are one. */
export function StateCard({ small, place }: { small: Small; place: Place }) {
  const layer = small.view.layers[place.layer];
  const ways = layer.ways[place.state];
  const size = layer.size[place.state];
  const open = layer.open[layer.node[place.state]];
  const certain = layer.mistakes[place.state] / small.weight;
  const named = waysTo(small.view, place, NAMED).map((rules) => setWords(small, rules));
  return (
    <section className="model-card B state-card" aria-label="The picked state">
      <p className="card-title">A state {place.layer === 0 ? 'before the first rule' : `after rule ${place.layer}`}</p>
      <p>{stateWords(small, place)}</p>
      <p>
        {ways === 1 ? 'The way to it takes' : 'The ways to it take'} {named.join('; ')}
        {ways > named.length && `; and ${formatCount(ways - named.length)} more`}.{' '}
        {ways > 1 ? 'All of them have' : 'It has'} cost {counted(size, 'rule')} and certain mistakes of weight{' '}
        {certain.toFixed(4)}, and {ways > 1 ? 'leave the same' : 'leaves'} {counted(open, 'person', 'people')} to later
        rules
        {ways > 1 && '. Whatever follows does the same to all of them, so they are one state'}.
      </p>
    </section>
  );
}
