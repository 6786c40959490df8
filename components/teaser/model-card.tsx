import { formatPercent, formatPoints } from '../format';
import type { ModelView } from './view';

interface Props {
  name: 'A' | 'B';
  model: ModelView;
}

/** A model in words, with what it does. */
export function ModelCard({ name, model }: Props) {
  return (
    <section className={`model-card ${name}`} aria-label={`Model ${name}`}>
      <p className="card-title">
        <span className="tag">{name}</span> denies whoever has
      </p>
      <ul>
        {model.words.map((words, i) => (
          <li key={words}>
            {i > 0 && <em>or </em>}
            {words}
          </li>
        ))}
      </ul>
      <dl>
        <div>
          <dt>right</dt>
          <dd>{formatPercent(model.accuracy)}</dd>
        </div>
        <div>
          <dt>denies, Black applicants</dt>
          <dd>{formatPercent(model.rates[0])}</dd>
        </div>
        <div>
          <dt>denies, others</dt>
          <dd>{formatPercent(model.rates[1])}</dd>
        </div>
        <div className="gap">
          <dt>gap</dt>
          <dd>{formatPoints(model.gap)}</dd>
        </div>
      </dl>
      {!model.member && <p className="figure-note">Not within this tolerance any more.</p>}
    </section>
  );
}
