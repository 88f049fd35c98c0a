import { isFinalStatus } from '#shared/engines/comfydeploy/run.ts';
import type { Api } from '#shared/engines/http/api.ts';
import { readEventData } from '#shared/engines/http/event-data.ts';
import { parseJson } from '#shared/engines/http/parse-json.ts';
import * as z from '#shared/zod.ts';

/** Notices of the connection itself carry a `type` and no run. */
const eventSchema = z.object({ run_id: z.string(), status: z.string() });

/**
 * Listens to the progress stream until it ends, and calls back with each run that has ended. Its filter
 * by run is missing on the server: runs of the whole account come by, and it closes as soon as any of
 * them ends (api, routes/log.py, stream_progress_v2). Answers whether any end was told.
 */
export async function listenForEnds(
  api: Api,
  runId: string,
  onHint: (runId: string) => void,
  signal: AbortSignal,
): Promise<boolean> {
  const body = await api.stream(`/v2/stream-progress?run_id=${encodeURIComponent(runId)}`, signal);
  let hasTold = false;
  for await (const data of readEventData(body)) {
    const event = eventSchema.safeParse(parseJson(data));
    if (!event.success || !isFinalStatus(event.data.status)) continue;
    hasTold = true;
    onHint(event.data.run_id);
  }
  return hasTold;
}
