import type { Locator } from 'playwright-core';

/** Chooses from the menu of what people want now and then, on the first card among these. */
export async function chooseInMenu(within: Locator, item: string): Promise<void> {
  await within
    .getByRole('button', { name: /^More for/ })
    .first()
    .click();
  await within.page().getByRole('menuitem', { name: item }).click();
}
