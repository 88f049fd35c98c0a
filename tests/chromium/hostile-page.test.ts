import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { waitFor } from '../../scripts/browser/wait-for.ts';
import { restyleByMenu } from '../../scripts/product/restyle.ts';
import { readBlob, readJobs, waitForEnd } from '../../scripts/product/stored-jobs.ts';
import { type HostileServer, serveHostilePage } from './hostile-server.ts';
import { type ProductTest, startProductTest } from './product-fixture.ts';
import { layInWait, pry } from './pry.ts';

let test: ProductTest;
let site: HostileServer;
/** All that the page got hold of, as text. */
let loot: string;
let result: Buffer;
/** Of the frame of ours, after all that. */
let isStillShown: boolean;

beforeAll(async () => {
  test = await startProductTest(['coffee.png']);
  site = await serveHostilePage();
  const { product, page } = test;
  await page.addInitScript(spy);
  await page.addInitScript(layInWait);
  await page.goto(site.url);
  await page.evaluate(async () => {
    await navigator.serviceWorker.register('/worker.js');
    const { serviceWorker } = navigator;
    if (!serviceWorker.controller)
      await new Promise((resolve) => serviceWorker.addEventListener('controllerchange', resolve));
    await fetch('/of-the-page');
  });
  const { id } = await restyleByMenu(product, page, { css: '#t' }, 'builtin.film-noir');
  const job = await waitForEnd(product.window, id);
  if (job.stage.name !== 'done') throw new Error(JSON.stringify(job.stage));
  result = (await readBlob(product.window, job.stage.result.key)).bytes;
  const frame = await waitFor('the overlay', () => page.frames().find((each) => each.url().endsWith(id)));
  const picture = frame.locator('img').first();
  await picture.waitFor();
  const { host: extensionId } = new URL(product.window.url());
  loot = await page.evaluate(() => (globalThis as unknown as { search(): Promise<string> }).search());
  loot += await page.evaluate(pry, [extensionId, id] as const);
  isStillShown = await picture.isVisible();
}, 120_000);
afterAll(async () => {
  await test?.close();
  await site?.close();
});

describe('a page that does all it can to read the result or the key', () => {
  it('did listen: its spies were called', () => expect(loot).toContain('attachShadow:closed'));

  it('gets neither the key nor the address it is for', () => {
    expect(loot).not.toContain(test.standIn.apiKey);
    expect(loot).not.toContain(test.standIn.deploymentId);
  });

  it('gets no byte of the result, and no address that leads to one', () => {
    const anyPart = result.subarray(60, 120).toString('base64').slice(4, 60);
    expect(loot).not.toContain(anyPart);
    expect(loot).not.toMatch(/blob:chrome-extension|"(?:bytes|dataUrl)"/);
  });

  it('cannot enter the frame that shows it, or find its document', () => {
    expect(loot).toContain('frame document: refused');
    expect(loot).toContain('open root: none');
  });

  it('cannot speak to the extension', () => expect(loot).toContain('runtime: none'));

  it('hears on no line of its own, and its worker, of anything but its own addresses', () => {
    expect(loot).toContain(`worker saw: ${site.origin}/of-the-page`);
    // Its own probing is answered by an address that leads nowhere.
    const seen = [...loot.matchAll(/worker saw: (?!chrome-extension:..invalid)(\S+)/g)];
    const others = seen.filter(([, url = '']) => URL.parse(url)?.origin !== site.origin);
    expect(others).toEqual([]);
    expect(loot).not.toContain('broadcast: ');
    expect(loot).not.toMatch(/entry: .*(?:chrome-extension:..(?!invalid)|data:image)/);
  });

  it('finds nothing in focus, frames, drags and clipboard that it had not put there', () => {
    // Frames in a closed root are not counted, so that none can be written to.
    expect(loot).toContain('frames: 0 undefined');
    expect(loot).toContain('clipboard: refused');
    expect(loot).toMatch(/focused: <body>/);
    expect(loot).not.toMatch(/carried: \S/);
  });

  it('finds no file of the extension, though it knows its id', () => {
    expect(loot.match(/probe \S+: .*/g)).toEqual([
      'probe manifest.json: refused',
      'probe overlay.html: refused',
      'probe page-agent.js: refused',
      'probe icon/128.png: refused',
      'probe popup.html: refused',
    ]);
  });

  it('moves nothing by a flood of messages: one job, one run, and the result as it was', async () => {
    expect(await readJobs(test.product.window)).toHaveLength(1);
    expect(test.standIn.ledger()).toHaveLength(1);
    expect(isStillShown).toBe(true);
  });
});

/** Runs in the page before anything of ours: puts itself into whatever our code may call. */
function spy(): void {
  const found: string[] = [];
  const note = (what: string, ...values: unknown[]) => {
    found.push(`${what}:${values.map((value) => String(value).slice(0, 20_000)).join(' ')}`);
  };
  const wrap = (owner: object, name: string, tell: (args: unknown[], answer: unknown) => void) => {
    const original = Reflect.get(owner, name) as (...args: unknown[]) => unknown;
    Reflect.set(owner, name, function (this: unknown, ...args: unknown[]) {
      const answer = original.apply(this, args);
      tell(args, answer);
      return answer;
    });
  };
  wrap(Element.prototype, 'attachShadow', ([init]) => note('attachShadow', (init as ShadowRootInit).mode));
  wrap(globalThis, 'fetch', (args) => note('fetch', ...args));
  wrap(Document.prototype, 'createElement', ([name]) => note('createElement', name));
  wrap(FileReader.prototype, 'readAsDataURL', () => note('readAsDataURL'));
  wrap(HTMLCanvasElement.prototype, 'toBlob', () => note('toBlob'));
  wrap(URL, 'createObjectURL', (_, answer) => note('createObjectURL', answer));
  wrap(JSON, 'stringify', (_, answer) => note('stringify', answer));
  wrap(Function.prototype, 'toString', () => {});
  addEventListener('message', ({ data, origin }) => note('message', origin, JSON.stringify(data)));
  new MutationObserver((records) => {
    for (const { addedNodes } of records) {
      for (const node of addedNodes) note('added', (node as Element).outerHTML ?? node.textContent);
    }
  }).observe(document, { childList: true, subtree: true, attributes: true });
  // Something of the page's own that is closed, to know that the spies work.
  document.createElement('div').attachShadow({ mode: 'closed' });

  const search = async (): Promise<string> => {
    const overlay = document.querySelector('restyle-overlay');
    note('open root', overlay && !overlay.shadowRoot ? 'none' : 'there');
    for (let i = 0; i < window.length; i++)
      note(
        `frame ${i}`,
        look(() => window[i]?.document.body.innerHTML),
      );
    note(
      'frame document',
      look(() => window[window.length - 1]?.document.body.innerHTML),
    );
    for (const entry of performance.getEntries()) note('entry', JSON.stringify(entry));
    for (const { name } of await indexedDB.databases()) note('database', name);
    note('stores', JSON.stringify({ ...localStorage, ...sessionStorage }), document.cookie);
    const { chrome, browser } = globalThis as { chrome?: { runtime?: object }; browser?: object };
    note('runtime', chrome?.runtime || browser ? 'there' : 'none');
    window[window.length - 1]?.postMessage({ verb: 'jobs.read', agent: 'read' }, '*');
    await new Promise((resolve) => setTimeout(resolve, 300));
    note('page', document.documentElement.outerHTML);
    return found
      .join('\n')
      .replaceAll(': ', ':')
      .replaceAll(/:(?=refused|none)/g, ': ');
  };
  const look = (read: () => unknown) => {
    try {
      return read() ?? 'refused';
    } catch {
      return 'refused';
    }
  };
  Object.assign(globalThis, { search });
}
