const MENUS = '.bar details, details.menu';

/** Menus close on Escape, on a press outside, and when a link in them is followed. */
export function closeMenus(): void {
  const open = () => [...document.querySelectorAll<HTMLDetailsElement>(MENUS)].filter((menu) => menu.open);
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    for (const menu of open()) {
      menu.open = false;
      menu.querySelector('summary')?.focus();
    }
  });
  document.addEventListener('pointerdown', (event) => {
    for (const menu of open()) if (!menu.contains(event.target as Node)) menu.open = false;
  });
  document.addEventListener('click', (event) => {
    const link = (event.target as Element).closest?.('a');
    for (const menu of open()) if (link && menu.contains(link)) menu.open = false;
  });
}
