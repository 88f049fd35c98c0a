import type { AgentRequest } from '../messages.ts';
import { findPicture, labelOfPicture } from './find-picture.ts';
import { createOverlay, type Overlay } from './overlay.ts';
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

async function answer(request: AgentRequest, overlays: Map<string, Overlay>): Promise<unknown> {
  const overlay = overlays.get(request.jobId);
  switch (request.agent) {
    case 'claim': {
      overlay?.remove();
      const picture = findPicture(request.pictureUrl);
      overlays.set(request.jobId, createOverlay(request.frameUrl, picture));
      return { found: picture !== null, label: picture ? labelOfPicture(picture) : '' };
    }
    case 'read':
      return readPicture(request.pictureUrl);
    case 'box':
      return overlay?.hideForCapture() ?? null;
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
