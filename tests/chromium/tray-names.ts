import type { Page } from 'playwright-core';
import { storedValues } from '../../scripts/product/stored-values.ts';

/** The names of the pictures that wait for the next batch, in order. */
export async function trayNames(extensionPage: Page): Promise<string[]> {
  const pictures = await storedValues<{ name: string }>(extensionPage, 'tray', 'restyle-batches');
  return pictures.map(({ name }) => name);
}
