import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import type { HistoryEntry } from '#shared/history/entry.ts';
import { type ChromiumSession, launchChromium } from '../../scripts/browser/chromium.ts';
import { root } from '../../scripts/build/run.ts';
import { putValues, storedValues } from '../../scripts/product/stored-values.ts';
import { photo } from './product-fixture.ts';

const database1 = new URL('../fixtures/documents/database-1.json', import.meta.url);

export function launch(): Promise<ChromiumSession> {
  return launchChromium({ extensionDir: `${root}dist/chrome-mv3` });
}

export async function openOwn(session: ChromiumSession, path: string): Promise<Page> {
  const page = await session.context.newPage();
  await page.goto(session.extensionUrl(path));
  return page;
}

/** Puts the database of version 1 in place of the one there is, as an installed version 1 left it. */
export async function installVersion1(session: ChromiumSession): Promise<void> {
  // A page of the extension's origin that runs none of its code.
  const page = await openOwn(session, '/manifest.json');
  const frozen = JSON.parse(await readFile(database1, 'utf8'));
  const picture = (await readFile(photo('coffee.png'))).toString('base64');
  await page.evaluate(writeVersion1, { ...frozen.stores, picture });
  await session.worker.kill();
  await page.close();
}

type Version1 = { jobs: object[]; blobKeys: string[]; picture: string };

/** Runs in the page. The stores are written out, not taken from the code: it is what was released. */
async function writeVersion1({ jobs, blobKeys, picture }: Version1): Promise<void> {
  const ended = (request: IDBRequest) =>
    new Promise((resolve, reject) => {
      request.onsuccess = resolve;
      request.onerror = () => reject(request.error);
    });
  await ended(indexedDB.deleteDatabase('restyle'));
  const opening = indexedDB.open('restyle', 1);
  opening.onupgradeneeded = () => {
    opening.result.createObjectStore('jobs', { keyPath: 'id' }).createIndex('createdAtMs', 'createdAtMs');
    opening.result.createObjectStore('blobs');
    opening.result.createObjectStore('keys');
  };
  await ended(opening);
  const bytes = Uint8Array.from(atob(picture), (character) => character.charCodeAt(0));
  const transaction = opening.result.transaction(['jobs', 'blobs'], 'readwrite');
  for (const job of jobs) transaction.objectStore('jobs').put(job);
  for (const key of blobKeys) transaction.objectStore('blobs').put({ bytes, mimeType: 'image/png' }, key);
  await new Promise((resolve) => {
    transaction.oncomplete = resolve;
  });
  opening.result.close();
}

/** Every entry of the history, oldest first. */
export async function readHistory(page: Page): Promise<HistoryEntry[]> {
  const entries = await storedValues<HistoryEntry>(page, 'history');
  return entries.toSorted((one, other) => one.endedAtMs - other.endedAtMs);
}

/** Makes all stored pictures so old that nobody may still be about to name them. */
export async function agePictures(page: Page): Promise<void> {
  const facts = await storedValues<object>(page, 'pictureFacts');
  await putValues(
    page,
    'pictureFacts',
    facts.map((each) => ({ ...each, storedAtMs: 0 })),
  );
}

/** Asks the background from one of the extension's pages, as its own code does. */
export async function askBackground(page: Page, verb: string, question: object = {}): Promise<void> {
  const reply = await page.evaluate(
    (asked) => {
      const { chrome } = globalThis as unknown as {
        chrome: { runtime: { sendMessage(message: object): Promise<{ ok: boolean }> } };
      };
      return chrome.runtime.sendMessage(asked);
    },
    { verb, question },
  );
  if (!reply.ok) throw new Error(JSON.stringify(reply));
}
