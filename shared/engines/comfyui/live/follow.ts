import type { Graph } from '#shared/engines/comfyui/graph.ts';
import type { Api } from '#shared/engines/comfyui/http.ts';
import { type LiveFrame, parseFrame } from '#shared/engines/comfyui/live/frames.ts';
import { readPreview } from '#shared/engines/comfyui/live/preview.ts';
import { createSamplingProgress } from '#shared/engines/comfyui/live/sampling-progress.ts';
import type { RunNews } from '#shared/engines/engine.ts';
import type { OpenSocket } from '#shared/ports.ts';

export type Following = {
  runId: string;
  api: Pick<Api, 'socketUrlOf'>;
  graph: Graph;
  /** Whether a socket hears of all runs of an account, as on Comfy Cloud, and not of this one alone. */
  isShared: boolean;
  openSocket: OpenSocket;
  onNews: (news: RunNews) => void;
  signal: AbortSignal;
};

/** Asks for previews that say whose they are; older servers do not know the question. */
const hello = JSON.stringify({ type: 'feature_flags', data: { supports_preview_metadata: true } });

/**
 * Listens at `/ws` under the run's own id, by which the run was queued, so that nobody else's socket is
 * taken over and a socket opened after a restart hears what is left. A server that lets no socket in
 * (its guard against other origins; a proxy) is simply silent.
 */
export async function followRun(following: Following): Promise<void> {
  const { runId, api, openSocket, signal } = following;
  const hear = createListener(following);
  await openSocket(api.socketUrlOf(runId), {
    hello,
    signal,
    onFrame(frame) {
      const heard = parseFrame(frame);
      if (heard) hear(heard);
    },
  });
}

const turns: ReadonlySet<string> = new Set([
  'execution_start',
  'execution_success',
  'execution_error',
  'execution_interrupted',
]);

function createListener({ runId, graph, isShared, onNews }: Following): (heard: LiveFrame) => void {
  const progressAt = createSamplingProgress(graph);
  // A preview without a name is of the run that was spoken of last.
  let isOurs = !isShared;

  function hearEvent(name: string, { prompt_id, node, value, max }: Readonly<Record<string, unknown>>): void {
    if (typeof prompt_id === 'string') isOurs = prompt_id === runId;
    if (!isOurs) return;
    // The very last word, when the history has been written.
    const isLast = name === 'executing' && node === null;
    if (turns.has(name) || isLast) onNews({ kind: 'turn' });
    if (name !== 'progress' || typeof value !== 'number' || typeof max !== 'number') return;
    const ratio = progressAt({ nodeId: typeof node === 'string' ? node : null, value, max });
    if (ratio !== null) onNews({ kind: 'progress', ratio });
  }

  return (heard) => {
    if (heard.kind === 'event') return hearEvent(heard.name, heard.data);
    if (heard.runId === null ? !isOurs : heard.runId !== runId) return;
    const picture = readPreview(heard.bytes);
    if (picture) onNews({ kind: 'preview', picture });
  };
}
