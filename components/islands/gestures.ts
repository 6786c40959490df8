type Field = HTMLInputElement | HTMLSelectElement;

/** React keeps the value that it last saw on the element itself; emptied, the next event counts as a change. */
type Tracked = Field & { _valueTracker?: { setValue(value: string): void } };

const initialValue = (field: Field): string =>
  field instanceof HTMLSelectElement
    ? ([...field.options].find((option) => option.defaultSelected) ?? field.options[0]).value
    : field.defaultValue;

/** Remembers what is clicked in an element that is not alive yet; the function returned does it, and changes of fields, again. */
export function recordGestures(element: HTMLElement): () => void {
  const clicked: HTMLElement[] = [];
  const onClick = (event: Event) => clicked.push(event.target as HTMLElement);
  element.addEventListener('click', onClick, true);
  return () => {
    element.removeEventListener('click', onClick, true);
    for (const field of element.querySelectorAll<Field>(
      'input[type=range], input[type=number], input[type=text], select',
    )) {
      if (field.value === initialValue(field)) continue;
      (field as Tracked)._valueTracker?.setValue('');
      field.dispatchEvent(new Event(field instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }));
    }
    for (const target of clicked) if (target.isConnected && target.closest('button')) target.click();
  };
}
