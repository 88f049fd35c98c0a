import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { expect } from 'vitest';
import { type OpenApiDocument, problemsOfAnswer } from '../../stand-in/openapi.ts';
import { type StandIn, type StandInOptions, startStandIn } from '../../stand-in/stand-in.ts';
import type { Timing } from '../../stand-in/timing.ts';

export const openApi = JSON.parse(
  readFileSync(new URL('../../fixtures/comfydeploy-openapi.json', import.meta.url), 'utf8'),
) as OpenApiDocument;

export const photo = (name: string) =>
  readFileSync(new URL(`../../fixtures/photos/${name}`, import.meta.url));

const instant: Timing = { queueMs: 0, coldStartMs: 0, runMs: 0, archiveMs: 0 };
/** Nothing moves unless the test moves the clock. */
export const byHand: Timing = { queueMs: 1e6, coldStartMs: 1e6, runMs: 1e7, archiveMs: 1e6 };

type Reply = { status: number; headers: Headers; text: string; body: unknown };

export type Client = {
  standIn: StandIn;
  /** Calls below `/api`; each JSON answer is held against the OpenAPI document. */
  call(method: string, path: string, init?: RequestInit & { key?: string | null }): Promise<Reply>;
  queue(inputs: Record<string, unknown>, key?: string): Promise<string>;
  upload(bytes: Uint8Array, fileName: string): Promise<string>;
  run(id: string, query?: string): Promise<RunView>;
  until(id: string, isReached: (run: RunView) => boolean): Promise<RunView>;
};

export type RunView = {
  status: string;
  progress: number;
  live_status: string | null;
  queue_position: number | null;
  queued_at: string | null;
  started_at: string | null;
  ended_at: string | null;
  workflow_inputs: Record<string, unknown>;
  gpu: string;
  run_duration: number | null;
  outputs: {
    output_id: string | null;
    data: Record<string, ({ url: string; is_public: boolean; filename: string } | string)[]>;
  }[];
};

export async function startClient(options: StandInOptions = {}): Promise<Client> {
  const standIn = await startStandIn({ timing: instant, megapixels: 0.05, ...options });

  const call: Client['call'] = async (method, path, { key = standIn.apiKey, ...init } = {}) => {
    const headers = new Headers(init.headers);
    if (key !== null) headers.set('authorization', `Bearer ${key}`);
    const response = await fetch(standIn.baseUrl + path, { ...init, method, headers });
    const text = await response.text();
    const isJson = response.headers.get('content-type') === 'application/json';
    const body: unknown = isJson ? JSON.parse(text) : null;
    const reply = { status: response.status, headers: response.headers, text, body };
    // What FastAPI answers for paths it does not know is in no document.
    const isRouted = !['Not Found', 'Method Not Allowed'].includes(
      (body as { detail?: string } | null)?.detail ?? '',
    );
    if (isJson && isRouted) {
      const [route = ''] = path.split('?');
      expect(problemsOfAnswer(openApi, { method, path: route, status: response.status, body })).toEqual([]);
    }
    return reply;
  };

  const run: Client['run'] = async (id, query = '') =>
    (await call('GET', `/run/${id}${query}`)).body as RunView;

  return {
    standIn,
    call,
    run,
    async queue(inputs, key = standIn.apiKey) {
      const reply = await postRun(call, { deployment_id: standIn.deploymentId, inputs }, key);
      expect(reply.status).toBe(200);
      return (reply.body as { run_id: string }).run_id;
    },
    async upload(bytes, fileName) {
      const form = new FormData();
      form.set('file', new File([new Uint8Array(bytes)], fileName));
      const reply = await call('POST', '/file/upload', { body: form });
      return (reply.body as { file_url: string }).file_url;
    },
    async until(id, isReached) {
      for (;;) {
        const view = await run(id, '?queue_position=true');
        if (isReached(view)) return view;
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    },
  };
}

export function postRun(call: Client['call'], body: unknown, key?: string | null): Promise<Reply> {
  const init = { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  return call('POST', '/run/deployment/queue', key === undefined ? init : { ...init, key });
}

export const isFinal = ({ status }: RunView) =>
  ['success', 'failed', 'timeout', 'cancelled'].includes(status);

export function pictureUrl(run: RunView): string {
  const media = run.outputs.find(({ output_id }) => output_id === 'output_image')?.data.images?.[0];
  if (media === undefined || typeof media === 'string') throw new Error('no picture');
  return media.url;
}

/** A picture at a small common size, to be compared. */
export function thumbnailOf(bytes: Uint8Array): Promise<Uint8Array> {
  return sharp(bytes).removeAlpha().resize(128, 128, { fit: 'fill' }).raw().toBuffer();
}

/** Mean absolute difference of two thumbnails, 0..255. */
export function distance(one: Uint8Array, other: Uint8Array): number {
  return one.reduce((sum, value, index) => sum + Math.abs(value - (other[index] ?? 0)), 0) / one.length;
}

export async function difference(one: Uint8Array, other: Uint8Array): Promise<number> {
  return distance(await thumbnailOf(one), await thumbnailOf(other));
}

export async function download(url: string): Promise<Uint8Array> {
  return new Uint8Array(await (await fetch(url)).arrayBuffer());
}
