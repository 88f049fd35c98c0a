import type { ShownRequest } from '../shown-messages.ts';
import type { Overlay } from './overlay.ts';
import { watchPeekKey } from './peek-key.ts';
import { nextPaint } from './picture-box.ts';
import { runtime } from './runtime.ts';

/** Listens for the background's requests about all that lies on the page together. */
export function serveShown(overlays: Map<string, Overlay>): void {
  async function answer({ shown }: ShownRequest): Promise<unknown> {
    if (shown === 'list')
      return [...overlays].flatMap(([jobId, { host }]) => (host.isConnected ? jobId : []));
    for (const overlay of overlays.values()) overlay.show(shown);
    await nextPaint();
    return true;
  }

  runtime.onMessage.addListener((request: ShownRequest, _sender, reply) => {
    if (!('shown' in request)) return false;
    void answer(request).then(reply, () => reply(null));
    return true;
  });

  watchPeekKey((isHeld) => {
    for (const overlay of overlays.values()) overlay.show(isHeld ? 'nothing' : 'all');
  });
}
