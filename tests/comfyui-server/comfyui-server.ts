import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { type Answer, html } from '../stand-in/http/answer.ts';
import { createExchange, type Exchange } from '../stand-in/http/exchange.ts';
import { serve } from '../stand-in/http/server.ts';
import { execute } from './execute.ts';
import { upload, view } from './file-routes.ts';
import { createFileStore } from './file-store.ts';
import type { PromptGraph } from './graph.ts';
import { refuse } from './guard.ts';
import { defaultOptions, type ServerOptions } from './options.ts';
import { createPromptQueue, type Prompt } from './prompt-queue.ts';
import * as routes from './prompt-routes.ts';
import { createAnnouncer } from './socket/announce.ts';
import { createSockets } from './socket/sockets.ts';

export type ComfyUiServer = {
  baseUrl: string;
  /** Every prompt it was ever asked for and has queued. */
  prompts(): readonly Prompt[];
  uploadedNames(): readonly string[];
  /** `METHOD /path`, in order. */
  requests: readonly string[];
  /** Makes another run of the same account run beside the others, as Comfy Cloud does. */
  alongside(graph: PromptGraph): void;
  /** From now on it is started otherwise. */
  change(options: Partial<ServerOptions>): void;
  close(): Promise<void>;
};

/** A ComfyUI on loopback: its API, its queue of one and its quirks, with pictures really changed. */
export async function startComfyUiServer(changes: Partial<ServerOptions> = {}): Promise<ComfyUiServer> {
  const options: ServerOptions = { ...defaultOptions, ...changes };
  const files = createFileStore();
  const { megapixels } = options;
  const sockets = createSockets(options);
  const queue = createPromptQueue(
    ({ graph }) => execute(graph, { files, megapixels, outcome: options.outcome }),
    () => options,
    createAnnouncer(sockets, files),
  );
  const kitchen = { queue, files, options };
  const requests: string[] = [];

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const exchange = createExchange(request);
    requests.push(`${exchange.method} ${exchange.path}`);
    await setTimeout(options.answerDelayMs);
    const answer = await answerTo(exchange, kitchen);
    const isLost = options.losesAnswers && exchange.method === 'POST' && exchange.path === '/api/prompt';
    if (isLost) return void response.destroy();
    response.writeHead(answer.status, answer.headers).end(answer.body);
  }

  const server = await serve(0, handle, sockets.accept);
  return {
    baseUrl: `http://127.0.0.1:${server.port}`,
    prompts: queue.all,
    uploadedNames: () => files.names('input'),
    requests,
    alongside: (graph) => {
      queue.add({ id: randomUUID(), graph, extraData: {}, clientId: '' }).state = 'running';
    },
    change: (later) => void Object.assign(options, later),
    async close() {
      for (const { id } of queue.inState('pending')) queue.delete(id);
      queue.interrupt(null);
      sockets.close();
      await server.close();
    },
  };
}

/** Every route is served with and without `/api`, except on Comfy Cloud. */
async function answerTo(exchange: Exchange, kitchen: routes.Kitchen): Promise<Answer> {
  const { options, files } = kitchen;
  if (options.isWebPage) return html('<!doctype html><title>Router</title>', 200);
  const refused = refuse(exchange, options);
  if (refused) return refused;
  if (options.dialect === 'cloud' && !exchange.path.startsWith('/api/')) return routes.notFound;
  const [name, id, verb] = exchange.path
    .replace(/^\/api/, '')
    .split('/')
    .slice(1);
  switch (`${exchange.method} ${name}`) {
    case 'GET object_info':
      return routes.objectInfo(id, kitchen);
    case 'POST upload':
      return upload(exchange, files, options);
    case 'GET prompt':
      return routes.execInfo(kitchen);
    case 'POST prompt':
      return routes.queuePrompt(exchange, kitchen);
    case 'GET jobs':
      return routes.jobs(id, exchange, kitchen);
    case 'POST jobs':
      return id && verb === 'cancel' ? routes.cancelJob(id, kitchen) : routes.notFound;
    case 'GET queue':
      return routes.showQueue(kitchen);
    case 'POST queue':
      return routes.editQueue(exchange, kitchen);
    case 'POST interrupt':
      return routes.interrupt(exchange, kitchen);
    case 'GET history':
      return id ? routes.history(id, kitchen) : routes.notFound;
    case 'GET view':
      return view(exchange, files, options);
    default:
      return routes.notFound;
  }
}
