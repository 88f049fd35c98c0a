import type { AgentRequest, ClaimAnswer } from '../messages.ts';
import { type Claims, createClaims } from './claims.ts';
import { createOutbox, type Outbox } from './outbox.ts';
import { createOverlay, type Overlay } from './overlay.ts';
import { rememberClick } from './picker/click-hints.ts';
import { servePicker } from './picker/serve-picker.ts';
import { pictureBox } from './picture-box.ts';
import { copyPixels } from './pixels/copy-pixels.ts';
import { readPicture } from './read-picture.ts';
import { runtime } from './runtime.ts';
import { isSandboxed } from './sandboxed.ts';
import { serveShown } from './serve-shown.ts';

const mark = '__restyleAgent';

type Page = { overlays: Map<string, Overlay>; claims: Claims; outbox: Outbox };

/** Listens for the background's requests; a second call in the same page does nothing. */
export function installPageAgent(): void {
  rememberClick();
  const marked = globalThis as { [mark]?: true };
  if (marked[mark]) return;
  marked[mark] = true;
  const page: Page = { overlays: new Map(), claims: createClaims(), outbox: createOutbox() };
  serveShown(page.overlays);
  servePicker({ overlays: page.overlays, choose: page.claims.choose });

  runtime.onMessage.addListener((request: AgentRequest, _sender, reply) => {
    if (!('agent' in request)) return false;
    void answer(request, page).then(reply, () => reply(null));
    return true;
  });
}

type ClaimRequest = Extract<AgentRequest, { agent: 'claim' }>;

async function answer(request: AgentRequest, page: Page): Promise<unknown> {
  const { overlays, claims, outbox } = page;
  const overlay = overlays.get(request.jobId);
  switch (request.agent) {
    case 'claim':
      return claim(request, page);
    case 'read':
      return outbox.send(
        request.jobId,
        await readPicture(claims.addressOf(request.jobId, request.addressIndex)),
      );
    case 'piece':
      return outbox.piece(request.jobId, request.fromBytes);
    case 'pixels':
      return outbox.send(request.jobId, await copyPixels(claims.candidateOf(request.jobId), request.svgUrl));
    case 'box':
      for (const each of overlays.values()) each.show('nothing');
      return pictureBox(claims.candidateOf(request.jobId)?.element ?? null);
    case 'reveal':
      for (const each of overlays.values()) each.show('all');
      return true;
    case 'layout':
      return overlay?.setLayout(request.layout) ?? null;
    case 'remove':
      overlay?.remove();
      overlays.delete(request.jobId);
      return true;
  }
}

/** Fixes the picture at the time of the click. What lay over it from an earlier job gives way. */
function claim({ jobId, pictureUrl, frameUrl }: ClaimRequest, { overlays, claims }: Page): ClaimAnswer {
  const answered = claims.claim(jobId, pictureUrl);
  if (frameUrl === null || isSandboxed()) return answered;
  const picture = claims.candidateOf(jobId)?.element ?? null;
  for (const [earlierId, earlier] of overlays) {
    if (earlierId !== jobId && earlier.picture !== picture) continue;
    earlier.remove();
    overlays.delete(earlierId);
    if (earlierId !== jobId) claims.forget(earlierId);
  }
  overlays.set(jobId, createOverlay(frameUrl, picture));
  return answered;
}
