import type { ReactNode } from 'react';

interface Props {
  number: number;
  title: string;
  /** Whether it is the one shown where there is room for one only. */
  current?: boolean;
  /** What went wrong here, and what of a link could not be used. */
  problem?: string | null;
  notes?: readonly string[];
  className?: string;
  children: ReactNode;
}

/** One step of the way from a table to two models. */
export function Step({ number, title, current = true, problem, notes = [], className = '', children }: Props) {
  return (
    <section className={`step ${className}`} aria-label={title} data-current={current}>
      <p className="step-title">
        <span className="step-number">{number}</span> {title}
      </p>
      {problem && (
        <p className="figure-note problem" role="alert">
          {problem}
        </p>
      )}
      {notes.map((note) => (
        <p className="figure-note" key={note}>
          {note}
        </p>
      ))}
      {children}
    </section>
  );
}
