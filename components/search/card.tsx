import { percent } from '../charts/plot';
import { exact, type Story } from './story';
import type { SearchView } from './view';

interface Props {
  view: SearchView;
  story: Story;
  /** The picked set, when the search never came to it: the story is of its longest beginning that was looked at. */
  beyond: readonly number[] | null;
}

/** Room to the right of the longest bar. */
const ROOM = 1.06;

/** The pieces of an objective: what is certain first, then what more rules could mend. */
const piecesOf = ({ parts }: Story) => [
  { name: 'wrong', text: 'false positives', share: parts.wrong },
  { name: 'unavoidable', text: 'unavoidable', share: parts.unavoidable },
  { name: 'price', text: 'rules', share: parts.rules },
  { name: 'missed', text: 'missed', share: parts.missed },
];

/** Bound and objective as one bar: what is certain, then what could still be mended, against θ. */
function Bar({ story, theta }: { story: Story; theta: number }) {
  const { objective, bound } = story;
  const most = ROOM * Math.max(theta, objective, bound);
  let end = 0;
  return (
    <svg className="objective-bar" width="100%" height="54" aria-hidden="true">
      {piecesOf(story).map(({ name, share }) => {
        const from = end;
        end += share;
        return (
          <rect key={name} className={name} x={percent(from / most)} y="20" width={percent(share / most)} height="14" />
        );
      })}
      <line className="bound" x1={percent(bound / most)} x2={percent(bound / most)} y1="16" y2="38" />
      <text x={percent(bound / most)} y="50" textAnchor={bound / most > 0.5 ? 'end' : 'start'}>
        bound
      </text>
      <line className="theta" x1={percent(theta / most)} x2={percent(theta / most)} y1="12" y2="42" />
      <text className="theta" x={percent(theta / most)} y="8" textAnchor={theta / most > 0.6 ? 'end' : 'middle'}>
        θ = {exact(theta)}
      </text>
    </svg>
  );
}

const wordsOf = (view: SearchView, rules: readonly number[]) => rules.map((j) => view.words[j]);

/** The rule set that is told about: its rules, its bound and objective, and what became of it. */
export function Card({ view, story, beyond }: Props) {
  return (
    <section className="model-card search-card" aria-label="The picked rule set">
      {beyond && (
        <p className="figure-note">
          The search never comes to “{wordsOf(view, beyond).join(', or ')}”. This is where it was cut:
        </p>
      )}
      <p className="card-title">
        {story.rules.length === 0 ? 'No rule: nobody is counted among the dead' : 'Dead, it says, is whoever was'}
      </p>
      <ul>
        {wordsOf(view, story.rules).map((words, i) => (
          <li key={words}>
            {i > 0 && <em>or </em>}
            {words}
          </li>
        ))}
      </ul>
      <Bar story={story} theta={view.theta} />
      <ul className="parts">
        {piecesOf(story)
          .filter(({ share }) => share > 0)
          .map(({ name, text, share }) => (
            <li key={name}>
              <span className={`swatch ${name}`} aria-hidden="true" /> {text} {exact(share)}
            </li>
          ))}
      </ul>
      <dl>
        <div>
          <dt>Bound</dt>
          <dd>{story.boundWords}</dd>
        </div>
        <div>
          <dt>Objective</dt>
          <dd>{story.objectiveWords}</dd>
        </div>
        <div>
          <dt>Fate</dt>
          <dd>
            <b>{story.membership}</b> {story.fateWords}
          </dd>
        </div>
      </dl>
    </section>
  );
}
