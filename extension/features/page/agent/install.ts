import type { AgentRequest, ClaimAnswer } from '../messages.ts';
import { findPicture, labelOfPicture } from './find-picture.ts';
import { createOverlay, type Overlay } from './overlay.ts';
import { pictureBox } from './picture-box.ts';
import { readPicture } from './read-picture.ts';
import { runtime } from './runtime.ts';

const mark = '__restyleAgent';

/** Listens for the background's requests; a second call in the same page does nothing. */
export function installPageAgent(): void {
  const marked = globalThis as { [mark]?: true };
  if (marked[mark]) return;
  marked[mark] = true;
  const overlays = new Map<string, Overlay>();

  runtime.onMessage.addListener((request: AgentRequest, _sender, reply) => {
    if (!('agent' in request)) return false;
    void answer(request, overlays).then(reply, () => reply(null));
    return true;
  });
}

type ClaimRequest = Extract<AgentRequest, { agent: 'claim' }>;
type Overlays = Map<string, Overlay>;

async function answer(request: AgentRequest, overlays: Overlays): Promise<unknown> {
  const overlay = overlays.get(request.jobId);
  switch (request.agent) {
    case 'claim':
      return claim(request, overlays);
    case 'read':
      return readPicture(request.pictureUrl);
    case 'box':
      overlay?.hide();
      return pictureBox(overlay ? overlay.picture : findPicture(request.pictureUrl));
    case 'reveal':
      return overlay?.reveal() ?? null;
    case 'layout':
      return overlay?.setLayout(request.layout) ?? null;
    case 'remove':
      overlay?.remove();
      overlays.delete(request.jobId);
      return true;
  }
}

/** Fixes the picture at the time of the click. What lay over it from an earlier job gives way. */
function claim({ jobId, pictureUrl, frameUrl }: ClaimRequest, overlays: Overlays): ClaimAnswer {
  const picture = findPicture(pictureUrl);
  for (const [earlierId, earlier] of overlays) {
    if (earlierId !== jobId && earlier.picture !== picture) continue;
    earlier.remove();
    overlays.delete(earlierId);
  }
  overlays.set(jobId, createOverlay(frameUrl, picture));
  return { found: picture !== null, label: picture ? labelOfPicture(picture) : '' };
}
