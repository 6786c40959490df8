/** React keeps the value that it last saw on the element itself; emptied, the next event counts as a change. */
type Tracked = HTMLInputElement & { _valueTracker?: { setValue(value: string): void } };

function isChanged(field: HTMLInputElement): boolean {
  if (field.type === 'range') return field.value !== field.defaultValue;
  return field.checked !== field.defaultChecked && (field.type === 'checkbox' || field.checked);
}

/** Lets React know of a change that was made before it listened. */
function tell(field: Tracked): void {
  field._valueTracker?.setValue('');
  field.dispatchEvent(new Event(field.type === 'range' ? 'input' : 'click', { bubbles: true }));
}

const FIELDS = 'input:is([type=range], [type=radio], [type=checkbox])';

/**
 * Remembers what is changed and pressed in an element that is not alive yet: `replay` does it again. Lists and fields of text
 * are there only when it is alive (`controls/use-alive`): one that was pressed before has the focus then.
 */
export function recordGestures(element: HTMLElement): { replay: () => void; forget: () => void } {
  // A browser restores fields, too, when it reloads a page.
  const changed = new Set<Tracked>([...element.querySelectorAll<Tracked>(FIELDS)].filter(isChanged));
  const pressed: HTMLElement[] = [];
  const onInput = ({ target }: Event) => {
    if ((target as Element).matches(FIELDS)) changed.add(target as Tracked);
  };
  const onClick = (event: Event) => {
    const target = (event.target as Element).closest<HTMLElement>('button, .field');
    if (target) pressed.push(target);
  };
  const forget = () => {
    element.removeEventListener('input', onInput, true);
    element.removeEventListener('click', onClick, true);
  };
  element.addEventListener('input', onInput, true);
  element.addEventListener('click', onClick, true);
  return {
    forget,
    replay() {
      forget();
      for (const field of changed) if (isChanged(field)) tell(field);
      for (const target of pressed)
        if (target.matches('.field')) document.getElementById(target.id)?.focus();
        else if (target.isConnected) target.click();
    },
  };
}
