type Field = HTMLInputElement | HTMLSelectElement;

/** React keeps the value that it last saw on the element itself; emptied, the next event counts as a change. */
type Tracked = Field & { _valueTracker?: { setValue(value: string): void } };

const isTicked = (field: Field): field is HTMLInputElement =>
  field instanceof HTMLInputElement && (field.type === 'radio' || field.type === 'checkbox');

function isChanged(field: Field): boolean {
  if (isTicked(field)) return field.checked !== field.defaultChecked && (field.type === 'checkbox' || field.checked);
  if (field instanceof HTMLInputElement) return field.value !== field.defaultValue;
  return field.value !== ([...field.options].find((option) => option.defaultSelected) ?? field.options[0]).value;
}

/** Lets React know of a change that was made before it listened. */
function tell(field: Tracked): void {
  field._valueTracker?.setValue('');
  const name = isTicked(field) ? 'click' : field instanceof HTMLSelectElement ? 'change' : 'input';
  field.dispatchEvent(new Event(name, { bubbles: true }));
}

/** Remembers what is pressed in an element that is not alive yet; `replay` does it, and changes of fields, again. */
export function recordGestures(element: HTMLElement): { replay: () => void; forget: () => void } {
  const pressed: HTMLButtonElement[] = [];
  const onClick = (event: Event) => {
    const button = (event.target as Element).closest('button');
    if (button) pressed.push(button);
  };
  const forget = () => element.removeEventListener('click', onClick, true);
  element.addEventListener('click', onClick, true);
  return {
    forget,
    replay() {
      forget();
      for (const field of element.querySelectorAll<Tracked>('input, select')) if (isChanged(field)) tell(field);
      for (const button of pressed) if (button.isConnected) button.click();
    },
  };
}
