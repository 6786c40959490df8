/**
 * Says above a figure that its script did not come, so that it stays as it is drawn; tries again when the reader says so, or
 * when the network is back.
 */
export function tellUnreached(element: HTMLElement, retry: () => void): void {
  const note = document.createElement('p');
  note.className = 'figure-note problem';
  note.setAttribute('role', 'alert');
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'button';
  button.textContent = 'Try again';
  note.append('This figure stays as it is drawn: the network seems to be gone. ', button);
  element.before(note);
  const again = () => {
    removeEventListener('online', again);
    note.remove();
    retry();
  };
  button.addEventListener('click', again);
  addEventListener('online', again);
}
