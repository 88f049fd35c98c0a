import { once } from 'node:events';
import type { RequestListener } from 'node:http';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createApi as createComfyUiApi } from '#shared/engines/comfyui/http.ts';
import { createApi } from '#shared/engines/http/api.ts';
import * as z from '#shared/zod.ts';
import { startNetworkBetween } from '../../fakes/network-between.ts';
import { createVirtualClock } from '../../fakes/virtual-clock.ts';
import { failureOf } from './drive-engine.ts';

const ports = () => ({ fetch, clock: createVirtualClock(Date.now()), apiKey: 'k' });
const anything = z.unknown();
const apis = {
  'bearer APIs': (baseUrl: string) => createApi({ ...ports(), baseUrl }),
  ComfyUI: (baseUrl: string) => createComfyUiApi({ ...ports(), baseUrl }),
};

async function serve(listener: RequestListener) {
  const server = await startNetworkBetween(listener);
  onTestFinished(() => server.close());
  return server;
}

/** Sends for ever; `isLeft` resolves when the other side has had enough. */
function endless() {
  const chunk = Buffer.alloc(1024 * 1024, ' ');
  let leave = () => {};
  const isLeft = new Promise<void>((resolve) => {
    leave = resolve;
  });
  const listener: RequestListener = async (_, answer) => {
    answer.on('close', leave);
    while (!answer.destroyed) {
      if (!answer.write(chunk)) await Promise.race([once(answer, 'drain'), isLeft]);
    }
  };
  return { listener, isLeft };
}

describe.each(Object.entries(apis))('the limits of %s', (_, apiAt) => {
  it.each<[string, RequestListener]>([
    ['never begins to answer', () => {}],
    ['stops in the middle of its answer', (_, answer) => void answer.write('{')],
  ])('end the wait for a server that %s', async (_, listener) => {
    const server = await serve(listener);
    const api = apiAt(server.origin);
    const failure = await failureOf(() => api.json('/thing', anything, { timeoutMs: 60 }));
    expect(failure).toMatchObject({ code: 'timeout', host: new URL(server.origin).host });
  });

  it('let a person leave in the middle of an answer, with their own reason', async () => {
    const person = new AbortController();
    const reason = new Error('left');
    const server = await serve((_, answer) => {
      answer.write('{');
      setTimeout(() => person.abort(reason), 20);
    });
    const call = { method: 'POST', body: {}, signal: person.signal } as const;
    await expect(apiAt(server.origin).json('/thing', anything, call)).rejects.toBe(reason);
  });

  it('end an answer that does not end, and hang up', async () => {
    const { listener, isLeft } = endless();
    const server = await serve(listener);
    const { code, host } = await failureOf(() => apiAt(server.origin).json('/thing', anything));
    expect({ code, host }).toEqual({ code: 'unexpected-answer', host: new URL(server.origin).host });
    await isLeft;
  });

  it('end a picture that does not end, and hang up', async () => {
    const { listener, isLeft } = endless();
    const server = await serve(listener);
    const failure = await failureOf(() => apiAt(server.origin).bytes(`${server.origin}/o.png`));
    expect(failure.code).toBe('unexpected-answer');
    await isLeft;
  });

  it('follow no redirect: nobody else is asked, with the key or without', async () => {
    const other = await serve((_, answer) => answer.end('{}'));
    const server = await serve((_, answer) => {
      answer.writeHead(307, { Location: `${other.origin}/thing` }).end();
    });
    const api = apiAt(server.origin);
    for (const call of [{}, { method: 'POST', body: {} }] as const) {
      expect((await failureOf(() => api.json('/thing', anything, call))).code).toBe('unexpected-answer');
    }
    expect((await failureOf(() => api.bytes(`${server.origin}/o.png`))).code).toBe('unexpected-answer');
    expect(other.requestCount()).toBe(0);
    expect(server.requestCount()).toBe(3);
  });
});
