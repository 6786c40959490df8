import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { formatCount } from '../format';
import type { Block, PersonView, Tally } from './view';

interface Props {
  block: Omit<Block, 'people'>;
  /** Missing in the static page, whose picture stands there already. */
  /** Which of the marks is picked, −1 for none. */
  index: number;
  marks: string | undefined;
  tally: Tally;
  person: PersonView | null;
  /** To somebody by their place in the block. */
  onPick: (index: number) => void;
}

const STEPS: Readonly<Record<string, (columns: number) => number>> = {
  ArrowLeft: () => -1,
  ArrowRight: () => 1,
  ArrowUp: (columns) => -columns,
  ArrowDown: (columns) => columns,
};

/** Some of the people, a mark each; one can be picked by pointer or with the arrow keys. */
export function BlockChart({ block, tally, index, marks, person, onPick }: Props) {
  const { columns, rows } = block;
  const area = useRef<HTMLDivElement>(null);

  const pickAt = (k: number) => {
    if (k >= 0 && k < tally.points) onPick(k);
  };
  const onPointer = (event: PointerEvent) => {
    if (event.type === 'pointermove' && event.buttons === 0) return;
    const box = area.current!.getBoundingClientRect();
    const x = Math.floor(((event.clientX - box.left) / box.width) * columns);
    const y = Math.floor(((event.clientY - box.top) / box.height) * rows);
    if (x >= 0 && x < columns) pickAt(y * columns + x);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (!step) return;
    event.preventDefault();
    pickAt(index < 0 ? 0 : index + step(columns) * (event.shiftKey ? 5 : 1));
  };
  const title = `${block.heldOut ? 'Held out' : 'Training'}, ${block.title}`;
  const [right, wrong] = block.positive ? ['yes', 'no'] : ['no', 'yes'];
  return (
    <div className={block.heldOut ? 'held-out' : 'training'}>
      <p className="block-title">
        {title}: <span className={`${right}-word`}>■ {formatCount(tally.points - tally.wrong)}</span> right,{' '}
        <span className={`${wrong}-word`}>× {formatCount(tally.wrong)}</span> wrong
      </p>
      <div
        ref={area}
        className="block"
        role="slider"
        tabIndex={0}
        aria-label={title}
        aria-valuemin={1}
        aria-valuemax={tally.points}
        aria-valuenow={index + 1}
        aria-valuetext={index < 0 ? 'nobody picked' : `${formatCount(index + 1)}: ${person?.words}`}
        onPointerDown={onPointer}
        onPointerMove={onPointer}
        onKeyDown={onKeyDown}
      >
        <svg viewBox={`0 0 ${columns} ${rows}`} aria-hidden="true">
          {/* biome-ignore lint/security/noDangerouslySetInnerHtml: paths drawn here */}
          <g dangerouslySetInnerHTML={{ __html: marks ?? '' }} suppressHydrationWarning />
          {index >= 0 && (
            <rect className="picked" x={index % columns} y={Math.floor(index / columns)} width="1" height="1" />
          )}
        </svg>
      </div>
    </div>
  );
}
