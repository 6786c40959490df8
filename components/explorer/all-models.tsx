import { useEffect, useState } from 'react';
import { formatCount } from '../format';
import { useTask } from '../use-task';
import { countOf, type Exploration, searchInput } from './exploration';
import { Running } from './running';
import type { Settings } from './settings';
import { findingOf } from './tell';
import type { View } from './view';

interface Props {
  exploration: Exploration;
  settings: Settings;
  view: View;
}

/** The most models that are put into a file. */
const MOST = 2_000_000;

const FORMATS = ['csv', 'json'] as const;

/** Where only a sample is drawn: a way to have all models as a file, made by searching once more. */
export function AllModels({ exploration, settings, view }: Props) {
  const about = `${exploration.key} ${settings.epsilon}`;
  const [asked, setAsked] = useState({ about: '', format: 'csv' as (typeof FORMATS)[number], times: 0 });
  const { format, times } = asked;
  const key = `${about} ${format} ${times}`;
  const task = useTask(
    key,
    async ({ engine }, job) => {
      const head = { finding: findingOf(view, settings), link: location.href };
      const input = searchInput(settings, exploration.pool, MOST);
      return { key, blob: await engine.run('exportModels', { ...input, format, about: head }, job) };
    },
    { key: '', result: null as { key: string; blob: Blob } | null },
    asked.about === about,
  );
  const { result } = task;
  useEffect(() => {
    if (result?.key !== key) return;
    import('../furniture/save-figure').then(({ download }) => download(`models.${format}`, result.blob));
  }, [result, key, format]);
  const count = countOf(exploration, settings.epsilon);
  if (view.complete || !view.certainty.exact || count > BigInt(MOST)) return null;
  return (
    <div className="all-models">
      <p>
        Only {formatCount(view.listed)} models are drawn. All {formatCount(count)} as a file, found by a search of its
        own:
      </p>
      <div className="ways">
        {FORMATS.map((kind) => (
          <button
            key={kind}
            type="button"
            className="button"
            disabled={task.busy}
            onClick={() => setAsked({ about, format: kind, times: times + 1 })}
          >
            {kind.toUpperCase()}
          </button>
        ))}
      </div>
      <Running task={task} what="writing" />
      {task.problem && (
        <p className="figure-note problem" role="alert">
          {task.problem}
        </p>
      )}
    </div>
  );
}
