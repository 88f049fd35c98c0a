import type { StandInClock } from '../stand-in/clock.ts';
import { type Answer, html, json } from '../stand-in/http/answer.ts';
import type { Exchange } from '../stand-in/http/exchange.ts';
import { createId, type Prediction, statusAt } from './book.ts';
import { problemOf } from './check-input.ts';
import { draw, type Studio } from './draw.ts';
import type { Outcome, PredictionsServerOptions, Timing } from './options.ts';
import { viewOf } from './view.ts';

export type World = {
  apiKey: string;
  clock: StandInClock;
  baseUrl: string;
  outcome: Outcome;
  timing: Timing;
  list: NonNullable<PredictionsServerOptions['list']>;
  links: NonNullable<PredictionsServerOptions['links']>;
  predictions: Map<string, Prediction>;
  files: Map<string, Uint8Array>;
  studio: Studio;
};

const latestVersion = '0f1178f5a27e9aa2d2d39c8a43c110f7fa7cbf64062ff04a04cd40899e546065';
const refusal = (status: number, detail: string) => json({ title: 'Refused', detail, status }, status);
const notFound = () => refusal(404, 'The requested resource could not be found.');

type Handler = (world: World, exchange: Exchange, parts: readonly string[]) => Answer | Promise<Answer>;

const routes: readonly [method: string, path: RegExp, handler: Handler][] = [
  ['POST', /^\/v1\/predictions$/, (world, exchange) => create(world, exchange, null)],
  ['GET', /^\/v1\/predictions$/, list],
  ['GET', /^\/v1\/predictions\/(\w+)$/, read],
  ['GET', /^\/queue\/(\w+)\/status$/, read],
  ['POST', /^\/v1\/predictions\/(\w+)\/cancel$/, cancel],
  ['POST', /^\/queue\/(\w+)\/stop$/, cancel],
  ['GET', /^\/v1\/models\/(black-forest-labs\/flux-kontext-(?:pro|max|dev))$/, describe],
  ['POST', /^\/v1\/models\/(black-forest-labs\/flux-kontext-(?:pro|max|dev))\/predictions$/, createOfModel],
  ['POST', /^\/v1\/files$/, keepFile],
];

/** Replicate's routes, as far as a client that makes pictures needs them. */
export async function answer(world: World, exchange: Exchange): Promise<Answer> {
  if (exchange.header('authorization') !== `Bearer ${world.apiKey}`) {
    return refusal(401, 'You did not pass a valid authentication token');
  }
  for (const [method, path, handler] of routes) {
    const parts = method === exchange.method ? path.exec(exchange.path) : null;
    if (parts) return handler(world, exchange, parts.slice(1));
  }
  return notFound();
}

export const webPage = html('<!doctype html><title>Welcome</title><p>It works!', 200);

function view(world: World, prediction: Prediction) {
  return viewOf(prediction, { ...world, foreignUrl: world.studio.storage.url, nowMs: world.clock.nowMs() });
}

async function create(world: World, exchange: Exchange, model: string | null): Promise<Answer> {
  const body = JSON.parse(Buffer.from(await exchange.body()).toString()) as {
    input?: Record<string, unknown>;
    version?: string;
  };
  const input = body.input ?? {};
  const problem = problemOf(input, model !== null);
  if (problem) return refusal(422, problem);
  const prediction: Prediction = {
    id: createId(),
    model,
    version: body.version ?? null,
    input,
    createdAtMs: world.clock.nowMs(),
    cancelledAtMs: null,
    outcome: world.outcome,
    pictureUrl: null,
    trouble: null,
  };
  world.predictions.set(prediction.id, prediction);
  const drawn = draw(prediction, world.studio);
  if (exchange.header('prefer')?.startsWith('wait')) await Promise.all([drawn, pause(world)]);
  return json(view(world, prediction), 201);
}

/** A server that was asked to wait answers when the picture is there. */
function pause({ clock, timing }: World): Promise<void> {
  const never = new AbortController().signal;
  return clock.sleepUntil(clock.nowMs() + timing.startMs + timing.runMs, never);
}

function createOfModel(world: World, exchange: Exchange, [model = '']: readonly string[]) {
  return create(world, exchange, model);
}

function list(world: World): Answer {
  if (world.list === 'none') return notFound();
  const newestFirst = [...world.predictions.values()].reverse().map((prediction) => view(world, prediction));
  const shown = newestFirst.map(({ input, ...rest }) => (world.list === 'full' ? { ...rest, input } : rest));
  return json({ previous: null, next: null, results: shown });
}

function read(world: World, _: Exchange, [id = '']: readonly string[]): Answer {
  const prediction = world.predictions.get(id);
  return prediction ? json(view(world, prediction)) : notFound();
}

function cancel(world: World, _: Exchange, [id = '']: readonly string[]): Answer {
  const prediction = world.predictions.get(id);
  if (!prediction) return notFound();
  const status = statusAt(prediction, world.clock.nowMs(), world.timing);
  if (status === 'starting' || status === 'processing') prediction.cancelledAtMs = world.clock.nowMs();
  return json(view(world, prediction));
}

function describe(_: World, __: Exchange, [path = '']: readonly string[]): Answer {
  const [owner, name] = path.split('/');
  return json({ owner, name, latest_version: { id: latestVersion } });
}

async function keepFile({ files, baseUrl }: World, exchange: Exchange): Promise<Answer> {
  const headers = { 'content-type': exchange.header('content-type') ?? '' };
  const file = (await new Response(await exchange.body(), { headers }).formData()).get('content');
  if (!(file instanceof File)) return refusal(400, 'Missing content');
  const id = createId();
  const url = `${baseUrl}/v1/files/${id}`;
  files.set(url, new Uint8Array(await file.arrayBuffer()));
  return json({ id, name: file.name, content_type: file.type, size: file.size, urls: { get: url } }, 201);
}
