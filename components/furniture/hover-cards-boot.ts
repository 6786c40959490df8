/** Loads the hover cards when a pointer or the focus first meets a mark that has one. */
export function installHoverCards(): void {
  const meet = (event: Event) => {
    const mark = (event.target as Element).closest?.<HTMLAnchorElement>('a[data-card]');
    if (mark) import('./hover-cards').then(({ showCard }) => showCard(mark));
  };
  document.addEventListener('pointerover', meet);
  document.addEventListener('focusin', meet);
}
