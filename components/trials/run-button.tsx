import { formatCount } from '../format';

interface Props {
  /** Trials wanted at every dot, and trials that every dot has. */
  goal: number;
  done: number;
  running: boolean;
  /** How many one press adds, and where it ends. */
  step: number;
  most: number;
  /** What one trial is, in the plural, and where: "labellings a dot". */
  what: string;
  onGoal: (goal: number) => void;
  /** Other random numbers, where they can be had. */
  onRedraw?: () => void;
}

/** Starts, pauses and continues a measurement that ends by itself. */
export function RunButton({ goal, done, running, step, most, what, onGoal, onRedraw }: Props) {
  const next = Math.min(most, goal + step);
  const ask = next > goal ? `Run ${formatCount(next - goal)} more` : 'All done';
  return (
    <div className="run needs-script">
      <button
        type="button"
        className="button"
        disabled={!running && next === goal}
        onClick={() => onGoal(running ? done : next)}
      >
        {running ? 'Pause' : ask}
      </button>
      <span className="run-count">
        {formatCount(done)} {what}
        <progress value={done} max={Math.max(1, goal)} aria-label="Trials done" hidden={!running} />
      </span>
      {onRedraw && (
        <button type="button" className="quiet" onClick={onRedraw}>
          Draw anew
        </button>
      )}
    </div>
  );
}
