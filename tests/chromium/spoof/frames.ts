import type { Frame } from 'playwright-core';
import { pairingMark as mark } from '#shared/pairing/pairing-mark.ts';
import { waitFor } from '../../../scripts/browser/wait-for.ts';
import { heardIn, type Saying, say, type Target } from './say.ts';
import { badProof, helloOf, isMoreThanFirstWords, type Spoof } from './spoof.ts';
import type { SpoofStage } from './spoof-stage.ts';

/** Says a known pairing's first words from a frame to a window, where nothing is to listen; let in if anything comes. */
function unheard(
  name: string,
  { from, target }: { from(stage: SpoofStage): Promise<Frame> | Frame; target: Target },
): Spoof {
  return {
    name,
    async isLetIn(stage) {
      const frame = await from(stage);
      const { pairing, browser } = await stage.pair();
      const hello = await helloOf({ kind: 'session', pairingId: pairing.pairingId });
      const saying: Saying = { mark, words: [hello, badProof], target };
      await frame.evaluate(say, saying);
      // Somebody else is served meanwhile, so that whoever was to be answered has been.
      await browser.ask({ verb: 'list' });
      const heard = await heardIn(frame);
      stage.channels.carried.push(...heard);
      return heard.length > 0;
    },
  };
}

/** Says words from a frame like the panel's own: they are heard, and the channel is ended. */
function refused(
  name: string,
  words: (hello: string) => unknown[],
  open = (stage: SpoofStage) => stage.openStranger(),
): Spoof {
  return {
    name,
    async isLetIn(stage) {
      const frame = await open(stage);
      const { pairing } = await stage.pair();
      const hello = await helloOf({ kind: 'session', pairingId: pairing.pairingId });
      const saying: Saying = { mark, words: words(hello), target: 'own' };
      await frame.evaluate(say, saying);
      await waitFor(`the end of ${name}`, async () => (await heardIn(frame)).includes(null));
      const heard = (await heardIn(frame)).filter((text) => text !== null);
      stage.channels.carried.push(...heard);
      return isMoreThanFirstWords(heard.map(String));
    },
  };
}

const sandboxOf = ({ page }: SpoofStage) =>
  page.frames().find((frame) => frame.url().endsWith('/plugin-sandbox')) as Frame;

/** A frame made inside another, known by the name in its address. */
async function openIn(
  stage: SpoofStage,
  parent: Frame,
  how: { kind: 'nested' | 'sandboxed' | 'srcdoc' },
): Promise<Frame> {
  const before = new Set(stage.page.frames());
  await parent.evaluate(({ kind }) => {
    const frame = document.createElement('iframe');
    if (kind === 'sandboxed') frame.setAttribute('sandbox', 'allow-scripts');
    if (kind === 'srcdoc') frame.srcdoc = '<title>srcdoc</title>';
    else frame.src = `data:text/html,<title>${kind}</title>`;
    document.body.append(frame);
  }, how);
  const address = how.kind === 'srcdoc' ? 'about:srcdoc' : `<title>${how.kind}`;
  return waitFor(how.kind, () =>
    stage.page.frames().find((frame) => !before.has(frame) && frame.url().includes(address)),
  );
}

export const frames: readonly Spoof[] = [
  unheard('Figma’s page itself', { from: ({ page }) => page.mainFrame(), target: 'own' }),
  unheard('Figma’s page, to the panel', { from: ({ page }) => page.mainFrame(), target: 'panel' }),
  unheard('a frame of Figma’s own origin', { from: sandboxOf, target: 'own' }),
  unheard('a frame of Figma’s, to its page', { from: sandboxOf, target: 'top' }),
  unheard('another plugin’s panel, to ours', { from: (stage) => stage.openStranger(), target: 'sibling' }),
  unheard('a frame in another plugin’s panel, to that', {
    from: async (stage) => openIn(stage, await stage.openStranger(), { kind: 'nested' }),
    target: 'parent',
  }),
  unheard('a frame without an address', {
    from: (stage) => openIn(stage, sandboxOf(stage), { kind: 'srcdoc' }),
    target: 'own',
  }),
  unheard('a page of another site', {
    async from({ session, standIn }) {
      const page = await session.context.newPage();
      await page.goto(`${standIn.storageUrl}/`).catch(() => {});
      return page.mainFrame();
    },
    target: 'own',
  }),
  refused(
    'a panel in a panel',
    (hello) => [hello, badProof],
    async (stage) => openIn(stage, await stage.openStranger(), { kind: 'nested' }),
  ),
  refused(
    'a sandboxed panel',
    (hello) => [hello, badProof],
    (stage) => openIn(stage, sandboxOf(stage), { kind: 'sandboxed' }),
  ),
  refused('words that are no text', (hello) => [{ hello }]),
  refused('bytes in place of words', () => [new Uint8Array(8)]),
  refused('a flood of a hundred thousand words', () => Array(100_000).fill('{}')),
];
