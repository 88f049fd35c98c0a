/** One of the extension's own pages, in Playwright's hands or in Puppeteer's. */
export type StoragePage = { evaluate(expression: string): Promise<unknown> };

type Place = { database: string; store: string };

/** Every value of one of the extension's stores, in the order of its keys. */
export async function storedValues<Value>(
  page: StoragePage,
  store: string,
  database = 'restyle',
): Promise<readonly Value[]> {
  return (await run(page, readAll, { database, store })) as Value[];
}

/** Writes values into one of the extension's stores, in place of those of the same keys. */
export async function putValues(page: StoragePage, store: string, values: readonly object[]): Promise<void> {
  await run(page, putAll, { database: 'restyle', store, values });
}

/** As both drivers do it for functions, of which each has types of its own. */
function run<Argument>(
  page: StoragePage,
  work: (argument: Argument) => Promise<unknown>,
  argument: Argument,
) {
  return page.evaluate(`(${work})(${JSON.stringify(argument)})`);
}

/** Runs in the page. */
function readAll({ database, store }: Place): Promise<unknown[]> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(database);
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const reading = opening.result.transaction(store).objectStore(store).getAll();
      reading.onerror = () => reject(reading.error);
      reading.onsuccess = () => {
        opening.result.close();
        resolve(reading.result);
      };
    };
  });
}

/** Runs in the page. */
function putAll({ database, store, values }: Place & { values: readonly object[] }): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(database);
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const transaction = opening.result.transaction(store, 'readwrite');
      for (const value of values) transaction.objectStore(store).put(value);
      transaction.onerror = () => reject(transaction.error);
      transaction.oncomplete = () => {
        opening.result.close();
        resolve();
      };
    };
  });
}
