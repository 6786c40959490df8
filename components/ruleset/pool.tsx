import { type KeyboardEvent, useState } from 'react';
import type { Card } from './view';

interface Props {
  cards: readonly Card[];
  chosen: readonly number[];
  labels: { readonly yes: string; readonly no: string };
  onToggle: (rule: number) => void;
}

const effectText = (effect: number): string =>
  `${effect < 0 ? '−' : '+'}${Math.abs(effect).toFixed(4).replace(/^0/, '')}`;

/** The candidate rules as cards to put in and take out. Only one card is a stop of the Tab key; arrow keys go on from there. */
export function Pool({ cards, chosen, labels, onToggle }: Props) {
  const [stop, setStop] = useState(0);
  const widest = Math.max(...cards.map(({ effect }) => Math.abs(effect)), 1e-9);

  const onKeyDown = (event: KeyboardEvent<HTMLUListElement>) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const boxes = event.currentTarget.querySelectorAll('input');
    const next = Math.min(cards.length - 1, Math.max(0, stop + step));
    setStop(next);
    boxes[next].focus();
  };
  return (
    <ul className="pool" onKeyDown={onKeyDown} aria-label="Candidate rules">
      {cards.map(({ words, captured, effect }, rule) => (
        <li key={words}>
          <label className="rule-card">
            <input
              type="checkbox"
              checked={chosen.includes(rule)}
              tabIndex={rule === Math.min(stop, cards.length - 1) ? 0 : -1}
              onFocus={() => setStop(rule)}
              onChange={() => onToggle(rule)}
            />
            <span className="rule-words">{words}</span>
            <span className="rule-facts">
              {captured[0]} {labels.yes}, {captured[1]} {labels.no}
            </span>
            <span className={`rule-effect ${effect < 0 ? 'better' : 'worse'}`}>
              <span className="effect-bar" style={{ inlineSize: `${(50 * Math.abs(effect)) / widest}%` }} />
              <span className="effect-text">{effectText(effect)}</span>
            </span>
          </label>
        </li>
      ))}
    </ul>
  );
}
