import { type Api, isNotFound } from '#shared/engines/comfyui/http.ts';
import * as z from '#shared/zod.ts';

const execInfoSchema = z.object({ exec_info: z.object({ queue_remaining: z.number() }) });

/** Prompts that run or wait at the server; `null` where it does not say. The smallest read there is. */
export async function countWaiting(
  api: Api,
  limits: { signal: AbortSignal | undefined; timeoutMs: number },
): Promise<number | null> {
  try {
    return (await api.json('/prompt', execInfoSchema, limits)).data.exec_info.queue_remaining;
  } catch (error) {
    if (isNotFound(error)) return null;
    throw error;
  }
}
