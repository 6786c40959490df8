import type { ComponentProps } from 'react';
import { useAlive } from './use-alive';

/** A field for a line of text; in the static page, what it is set to. */
export function TextField(props: ComponentProps<'input'>) {
  const alive = useAlive();
  if (alive) return <input type="text" {...props} />;
  return (
    <span id={props.id} className="field">
      {props.value}
    </span>
  );
}
