/** Loads the hover cards when a pointer or the focus first meets what may have one: a mark of a note or a work, or a symbol. */
export function installHoverCards(): void {
  const meet = (event: Event) => {
    const mark = (event.target as Element).closest?.('a[data-card], mi');
    if (mark) import('./hover-cards').then(({ showCard }) => showCard(mark));
  };
  document.addEventListener('pointerover', meet);
  document.addEventListener('focusin', meet);
}
