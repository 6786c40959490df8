import { type RefObject, useRef, useState } from 'react';
import { keepAddress } from '../permalink/fragment';
import { embedAddress } from '../site-root';
import { embedCode } from './embed';
import type { FigureData } from './figure-frame';
import type { FileKind } from './save-figure';

interface Props {
  slug: string;
  /** The element in which the figure is drawn. */
  frame: RefObject<HTMLElement | null>;
  finding: string;
  data: () => FigureData;
  /** Address that restores the figure's state. */
  link: () => string;
  reset: () => void;
}

const FILES: readonly (readonly [FileKind, string])[] = [
  ['csv', 'Numbers as CSV'],
  ['json', 'Numbers as JSON'],
  ['svg', 'Picture as SVG'],
  ['png', 'Picture as PNG'],
];

/** Beside the way back to the article, an embedded figure needs so much room around it. */
const EMBED_ROOM_PX = 90;

/** Reset, Share and Data. */
export function FigureTools({ slug, frame, finding, data, link, reset }: Props) {
  const menu = useRef<HTMLDetailsElement>(null);
  const [said, setSaid] = useState('');
  const [shared, setShared] = useState(false);

  const copy = async (text: string): Promise<boolean> => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return false;
    }
  };
  const share = async () => {
    const address = link();
    const copied = await copy(address);
    // Without permission the address bar holds the link.
    if (!copied) keepAddress(new URL(address).hash);
    setSaid(copied ? 'Link copied.' : 'The link is in the address bar.');
    setShared(copied);
  };
  const embed = async () => {
    const title = frame.current!.closest('figure')?.getAttribute('aria-label') ?? slug;
    const height = Math.ceil(frame.current!.getBoundingClientRect().height) + EMBED_ROOM_PX;
    const copied = await copy(embedCode(embedAddress(slug) + new URL(link()).hash, title, height));
    setSaid(copied ? 'HTML copied.' : 'The HTML could not be copied.');
    setShared(false);
  };
  const save = async (kind: FileKind) => {
    if (menu.current) menu.current.open = false;
    try {
      const { saveFigure } = await import('./save-figure');
      await saveFigure(kind, { slug, frame: frame.current!, data: data(), finding, link: link() });
    } catch {
      setSaid('The file could not be made.');
    }
  };
  return (
    <div className="figure-tools needs-script">
      <span role="status" className="said">
        {said}
      </span>
      {shared && (
        <button type="button" className="quiet" onClick={embed}>
          Embed instead
        </button>
      )}
      <button type="button" className="quiet" onClick={reset}>
        Reset
      </button>
      <button type="button" className="quiet" onClick={share}>
        Share
      </button>
      <details className="menu" ref={menu}>
        <summary className="quiet">Data</summary>
        <div>
          {FILES.map(([kind, name]) => (
            <button key={kind} type="button" className="quiet" onClick={() => save(kind)}>
              {name}
            </button>
          ))}
        </div>
      </details>
    </div>
  );
}
