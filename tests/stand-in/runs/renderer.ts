import { Worker } from 'node:worker_threads';
import { createDeferred, type Deferred } from '../deferred.ts';
import type { LookRequest } from '../looks/apply-look.ts';

/** Draws pictures on another thread: the API must not stutter while a container works. */
export type Renderer = { render(request: LookRequest): Promise<Uint8Array> };

export type RenderReply = { id: number; picture: Uint8Array } | { id: number; message: string };

function createRenderer(): Renderer {
  let worker: Worker | undefined;
  let lastId = 0;
  const pending = new Map<number, Deferred<Uint8Array>>();

  function start(): Worker {
    const started = new Worker(new URL('./render-worker.ts', import.meta.url));
    started.on('message', (reply: RenderReply) => {
      const waiting = pending.get(reply.id);
      pending.delete(reply.id);
      if ('picture' in reply) waiting?.resolve(reply.picture);
      else waiting?.reject(new Error(reply.message));
    });
    started.on('error', (error) => {
      for (const waiting of pending.values()) waiting.reject(error);
      pending.clear();
    });
    started.unref();
    return started;
  }

  return {
    render(request) {
      worker ??= start();
      const id = ++lastId;
      const waiting = createDeferred<Uint8Array>();
      pending.set(id, waiting);
      worker.postMessage({ id, request });
      return waiting.promise;
    },
  };
}

/**
 * One for all servers of a process: to start a thread takes longer than most drawings. It keeps no
 * process alive, and so is never closed.
 */
export const sharedRenderer: Renderer = createRenderer();
