import type { Page } from 'playwright-core';

/** The names of the pictures that wait for the next batch, in order. */
export function trayNames(extensionPage: Page): Promise<string[]> {
  return extensionPage.evaluate(
    () =>
      new Promise<string[]>((resolve) => {
        const opening = indexedDB.open('restyle-batches');
        opening.onsuccess = () => {
          const reading = opening.result.transaction('tray').objectStore('tray').getAll();
          reading.onsuccess = () => {
            opening.result.close();
            resolve(reading.result.map(({ name }: { name: string }) => name));
          };
        };
      }),
  );
}
