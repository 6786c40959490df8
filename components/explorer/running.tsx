import { formatCount } from '../format';
import type { Task } from '../use-task';

export type Work = Pick<
  Task<unknown>,
  'busy' | 'problem' | 'progress' | 'partial' | 'left' | 'stopped' | 'stop' | 'again'
>;

function timeLeft(ms: number | null): string {
  if (ms === null) return 'no telling yet how long it takes';
  if (ms < 1500) return 'a second left';
  return ms < 90_000 ? `about ${Math.round(ms / 1000)} seconds left` : `about ${Math.round(ms / 60_000)} minutes left`;
}

/** How far long work is, with a way to stop it; nothing while there is none. */
export function Running({ task, what }: { task: Work; what: string }) {
  if (task.stopped)
    return (
      <p className="figure-note">
        Stopped; what is shown is from before.{' '}
        <button type="button" className="chip" onClick={task.again}>
          Go on
        </button>
      </p>
    );
  if (task.problem)
    return (
      <button type="button" className="chip" onClick={task.again}>
        Try again
      </button>
    );
  if (!task.busy) return null;
  const count = (task.partial as { count?: number } | undefined)?.count;
  return (
    <div className="running">
      <progress value={task.progress} max={1} aria-label={`Progress of ${what}`} />
      <p>
        {count ? `${formatCount(count)} so far, ` : ''}
        {timeLeft(task.left)}.{' '}
        <button type="button" className="chip" onClick={task.stop}>
          Stop
        </button>
      </p>
    </div>
  );
}
