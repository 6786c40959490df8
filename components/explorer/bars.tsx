import type { ReactNode } from 'react';

interface Props {
  /** From 0 to 1. */
  share: number;
  /** Marks two answers instead of an amount. */
  answers?: boolean;
  children?: ReactNode;
}

/** A share as a bar, decoration beside its number. */
export function ShareBar({ share, answers = false }: Props) {
  return (
    <div className={answers ? 'verdict-bar' : 'share-bar'} aria-hidden="true">
      <span style={{ width: `${100 * share}%` }} />
    </div>
  );
}
