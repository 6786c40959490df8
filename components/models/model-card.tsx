import type { ReactNode } from 'react';
import { keepHeight } from '../furniture/keep-height';

interface Props {
  name: 'A' | 'B';
  /** What the model does to those whom a rule captures: "denies whoever has". */
  lead: ReactNode;
  /** Each rule in words. */
  rules: readonly string[];
  /** What is told beside the rules: a term and a number each. */
  facts?: readonly { readonly term: string; readonly value: string }[];
  children?: ReactNode;
}

const keepList = (list: HTMLUListElement | null) => (list ? keepHeight(list) : undefined);

/** A model in words, with what it does. */
export function ModelCard({ name, lead, rules, facts, children }: Props) {
  return (
    <div className={`model-card ${name}`} role="group" aria-label={`Model ${name}`}>
      <p className="card-title">
        <span className="tag">{name}</span> {lead}
      </p>
      <ul ref={keepList}>
        {rules.map((words, i) => (
          <li key={words}>
            {i > 0 && <em>or </em>}
            {words}
          </li>
        ))}
      </ul>
      {facts && (
        <dl>
          {facts.map(({ term, value }) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {children}
    </div>
  );
}
