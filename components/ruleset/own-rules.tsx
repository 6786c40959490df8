import { capitalise } from '../format';
import { datasetOf } from '../study/study';
import type { View } from './view';

interface Props {
  view: View;
  note: string;
  /** While another set is looked for. */
  looking: boolean;
  onRemove: (rule: number) => void;
  onBest: () => void;
  onAnother: () => void;
  /** Null when nothing was done. */
  onUndo: (() => void) | null;
  onClear: () => void;
}

/** The rule set in words, each rule with a button that takes it out, and the ways to others. */
export function OwnRules({ view, note, looking, onRemove, onBest, onAnother, onUndo, onClear }: Props) {
  const { rules } = view.set;
  return (
    <div className="ruleset-set">
      <div className="set-top">
        <p className="card-title">{capitalise(datasetOf(view.slug).yes)} if</p>
        <button
          type="button"
          className="quiet needs-script"
          disabled={!onUndo}
          aria-label="Undo the last change of rules"
          onClick={onUndo ?? undefined}
        >
          Undo
        </button>
        <button
          type="button"
          className="quiet needs-script"
          disabled={rules.length === 0}
          aria-label="Clear: take out all rules"
          onClick={onClear}
        >
          Clear
        </button>
      </div>
      <ul className="own-rules">
        {rules.map((rule, i) => (
          <li key={rule}>
            <span>
              {i > 0 && <em>or</em>} {view.cards[rule].words}
            </span>
            <button
              type="button"
              className="quiet remove needs-script"
              aria-label={`Take out: ${view.cards[rule].words}`}
              onClick={() => onRemove(rule)}
            >
              ×
            </button>
          </li>
        ))}
        {rules.length === 0 && <li>nothing: there is no rule</li>}
      </ul>
      <div className="actions needs-script">
        <button type="button" className="button" onClick={onBest}>
          The best
        </button>
        <button type="button" className="button" disabled={looking} onClick={onAnother}>
          Another without these rules
        </button>
      </div>
      <p className="figure-note" role="status">
        {note}
      </p>
    </div>
  );
}
