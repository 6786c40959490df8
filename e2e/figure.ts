import { expect, type Locator } from '@playwright/test';

/** Brings a figure to the screen and stirs, so that it comes alive. */
export async function wake(figure: Locator): Promise<void> {
  await figure.scrollIntoViewIfNeeded();
  await figure.page().mouse.move(300, 300);
  await figure.page().mouse.move(310, 310);
  await expect(figure.locator('[data-alive]')).toBeVisible();
}
