import type { Receipt } from '#shared/capture/receipt.ts';
import { isScreenEnough } from '#shared/capture/screen-enough.ts';
import type { StoredBlob } from '#shared/ports.ts';
import type { PageAgent } from './agent-client.ts';
import { largerVersion } from './capture/larger.ts';
import { pictureIn, readAddress, type Scene, type Taken } from './capture/read-address.ts';
import type { SiteMemory } from './capture/site-memory.ts';
import { createTrail } from './capture/trail.ts';
import type { PictureFacts } from './messages.ts';
import { cropOfTab } from './visible-tab.ts';

export type Capture = { source: StoredBlob; receipt: Receipt };

export type CaptureOrder = {
  jobId: string;
  facts: PictureFacts;
  site: SiteMemory;
};

/**
 * A picture on a page, by the way that asks least of anybody: its file; a larger version the page offers;
 * the pixels the page has; what the screen shows of it. Where the file is much better than the screen
 * and its host is not allowed, the person is asked. Raises `host-not-allowed` for that, `picture-private`,
 * or what says best why no way leads to it.
 */
export async function capturePicture(agent: PageAgent, order: CaptureOrder): Promise<Capture> {
  const { jobId, facts, site } = order;
  const scene: Scene = { agent, jobId, facts, trail: createTrail(), knownRoute: site.route };
  const file = facts.isDrawn ? null : await readFirst(scene);
  const larger = facts.isDrawn ? null : await largerVersion(scene, file);
  const taken = larger ?? file ?? (await pixelsOf(scene));
  if (taken) return captureOf(taken, scene, larger ? { isLargerVersion: true } : {});
  const mustAsk = scene.trail.has('not-allowed') && !site.prefersScreen && !isScreenEnough(facts);
  const shown = mustAsk ? null : await screenOf(scene);
  if (shown) return shown;
  throw scene.trail.error();
}

/** The file at the first of the picture's own addresses that leads to one. */
async function readFirst(scene: Scene): Promise<Taken | null> {
  const { addresses } = scene.facts;
  for (const [index, { isGuess }] of addresses.entries()) {
    const taken = isGuess ? null : await readAddress(scene, index);
    if (taken) return taken;
    if (scene.trail.has('private')) throw scene.trail.error();
  }
  // What the page shows of such a file would cost the browser what opening it would cost us, or is not all of it.
  if (scene.trail.has('too-large') || scene.trail.has('cut-short')) throw scene.trail.error();
  return null;
}

async function pixelsOf(scene: Scene): Promise<Taken | null> {
  const copied = await scene.agent.pixels(scene.jobId);
  if (copied?.ok) return pictureIn(copied.bytes, 'page-pixels', scene);
  scene.trail.note('page-pixels', copied?.refusal ?? 'not-shared');
  return null;
}

async function screenOf(scene: Scene): Promise<Capture | null> {
  const { agent, jobId, trail, facts } = scene;
  const found = await agent.box(jobId);
  const source = found?.ok ? await cropOfTab(agent, found) : null;
  await agent.reveal(jobId);
  const taken = source && (await pictureIn(source.bytes, 'visible-tab', scene));
  if (!found?.ok || !taken) {
    // Without a picture of the tab, another one is in front.
    trail.note('visible-tab', found?.ok === false ? found.refusal : 'out-of-view');
    return null;
  }
  const host = trail.host();
  const hasMore = facts.widthPx * facts.heightPx > taken.header.widthPx * taken.header.heightPx;
  return captureOf(taken, scene, {
    ...(found.isPartial && { isPartial: true }),
    ...(hasMore && { best: { widthPx: facts.widthPx, heightPx: facts.heightPx } }),
    ...(host !== undefined && { largerHost: host }),
  });
}

function captureOf({ source, header, route }: Taken, { trail }: Scene, more: Partial<Receipt>): Capture {
  const { widthPx, heightPx, animated } = header;
  const tried = trail.attempts();
  return {
    source,
    receipt: { route, widthPx, heightPx, tried, ...(animated && { isFirstFrame: true }), ...more },
  };
}
