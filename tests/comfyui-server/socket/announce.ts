import sharp from 'sharp';
import type { FileStore } from '../file-store.ts';
import { nodesOfClass } from '../graph.ts';
import type { Announcer, Prompt } from '../prompt-queue.ts';
import type { Sockets } from './sockets.ts';

/** What a run says over the socket while it runs: events, and at each step of the sampler a preview. */
export function createAnnouncer(sockets: Sockets, files: FileStore): Announcer {
  return {
    // Whoever follows a run does so under its id, on Comfy Cloud as well.
    heard: ({ id }) => sockets.heard(id),

    event: ({ id, clientId }, name, data) => sockets.tell(clientId, name, { prompt_id: id, ...data }),

    async step(prompt, value, max) {
      const { id, clientId, graph, interrupt } = prompt;
      if (interrupt.signal.aborted || !sockets.isHeard(clientId)) return;
      const [node] = nodesOfClass(graph, 'KSampler')[0] ?? [];
      if (value === 1) sockets.tell(clientId, 'executing', { node, display_node: node, prompt_id: id });
      sockets.tell(clientId, 'progress', { value, max, prompt_id: id, node });
      sockets.show(clientId, await previewOf(prompt, files), { node_id: node, prompt_id: id });
    },
  };
}

/** The source, small and with a comment that must go no further. */
async function previewOf({ graph }: Prompt, files: FileStore): Promise<Uint8Array> {
  const [, picture] = nodesOfClass(graph, 'LoadImage')[0] ?? [];
  const source = files.get('input', String(picture?.inputs.image));
  const empty = { create: { width: 64, height: 64, channels: 3, background: '#888' } } as const;
  const small = source ? sharp(source.bytes).resize(64) : sharp(empty);
  return small
    .withExif({ IFD0: { Copyright: 'C:/comfy/secret' } })
    .jpeg()
    .toBuffer();
}
