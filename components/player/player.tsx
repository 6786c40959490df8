import { Slider } from '../controls/slider';
import { usePlaying } from './use-playing';

interface Props {
  /** What a step is: "rule sets looked at". */
  label: string;
  step: number;
  last: number;
  /** Where the play is, in words. */
  text: string;
  onStep: (step: number) => void;
}

/** Step, play and scrub through what an algorithm does. Nothing plays before the reader presses the button. */
export function Player({ label, step, last, text, onStep }: Props) {
  const { playing, pause, toggle } = usePlaying(step, last, onStep);
  const go = (next: number) => {
    pause();
    onStep(Math.min(last, Math.max(0, next)));
  };
  return (
    <div className="player needs-script">
      <div className="player-buttons">
        <button
          type="button"
          className="button"
          aria-label="One step back"
          disabled={step <= 0}
          onClick={() => go(step - 1)}
        >
          ‹
        </button>
        <button type="button" className="button play" onClick={toggle}>
          {playing ? 'Pause' : 'Play'}
        </button>
        <button
          type="button"
          className="button"
          aria-label="One step on"
          disabled={step >= last}
          onClick={() => go(step + 1)}
        >
          ›
        </button>
      </div>
      <Slider label={label} value={step} min={0} max={last} text={text} onChange={go} />
    </div>
  );
}
