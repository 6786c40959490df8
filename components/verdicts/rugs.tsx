import type { Dataset } from '../../engine/data/catalogue/types';
import { capitalise, formatCount } from '../format';
import { labelWords } from '../study/study';
import { type Paths, RUGS, type Rug, type View } from './view';

interface Props {
  view: View;
  dataset: Dataset;
  paths: Paths | null;
  pictures: Readonly<Record<Rug, { readonly picture?: string }>>;
}

/** The ticks of a rug as SVG. */
export const ticksOf = (paths: Paths, rug: Rug): string => `<path d="${paths[rug]}"/>`;

function titleOf(rug: Rug, view: View, dataset: Dataset): string {
  switch (rug) {
    case 'labels':
      return `${capitalise(labelWords(dataset).yes)}, by the record`;
    case 'best':
      return `${capitalise(dataset.yes)} by the best model`;
    case 'reversed':
      return `Answer reversed by one other good model: ${formatCount(view.discrepancy)}`;
    case 'group':
      return view.groups[0] ? capitalise(view.groups[0].name) : '';
  }
}

/** The same people under the strip: a tick for each of whom something is so. */
export function Rugs({ view, dataset, paths, pictures }: Props) {
  return (
    <div className="rugs">
      {RUGS.filter((rug) => titleOf(rug, view, dataset) !== '').map((rug) => (
        <div key={rug} className={`rug ${rug}`}>
          <p>{titleOf(rug, view, dataset)}</p>
          <svg viewBox="0 0 1000 100" preserveAspectRatio="none" aria-hidden="true">
            <g
              // biome-ignore lint/security/noDangerouslySetInnerHtml: a path drawn here
              dangerouslySetInnerHTML={{ __html: paths ? ticksOf(paths, rug) : (pictures[rug].picture ?? '') }}
              suppressHydrationWarning
            />
          </svg>
        </div>
      ))}
    </div>
  );
}
