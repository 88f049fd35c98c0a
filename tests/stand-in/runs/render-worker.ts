import { parentPort } from 'node:worker_threads';
import { applyLook, type LookRequest } from '../looks/apply-look.ts';
import type { RenderReply } from './renderer.ts';

/** Answers each request once, in any order. */
async function reply({ id, request }: { id: number; request: LookRequest }): Promise<RenderReply> {
  try {
    return { id, picture: await applyLook(request) };
  } catch (error) {
    return { id, message: String(error) };
  }
}

parentPort?.on('message', async (message: { id: number; request: LookRequest }) => {
  parentPort?.postMessage(await reply(message));
});
