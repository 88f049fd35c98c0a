import type { IncomingMessage, ServerResponse } from 'node:http';
import { createClock } from '../stand-in/clock.ts';
import { createExchange, type Exchange } from '../stand-in/http/exchange.ts';
import { serve } from '../stand-in/http/server.ts';
import type { Prediction } from './book.ts';
import type { PredictionsServerOptions } from './options.ts';
import { answer, type World, webPage } from './routes.ts';
import { startStorage } from './storage.ts';

export type PredictionsServer = {
  baseUrl: string;
  apiKey: string;
  /** Every prediction that was ever made, oldest first. */
  ledger(): Prediction[];
  /** Moves the server's time on. */
  fastForward(byMs: number): void;
  /** Every request, as `METHOD path`, oldest first. */
  requests: readonly string[];
  /** How often the key reached an origin that it was not meant for. */
  keysLeaked(): number;
  close(): Promise<void>;
};

const slowAnswerMs = 150;

/** A local server that speaks `POST /v1/predictions` as Replicate does, and really draws pictures. */
export async function startPredictionsServer(
  options: PredictionsServerOptions = {},
): Promise<PredictionsServer> {
  const { manner = 'well', apiKey = 'r8_only-for-tests' } = options;
  const storage = await startStorage();
  const clock = createClock();
  const requests: string[] = [];
  const files = new Map<string, Uint8Array>();
  const world: World = {
    apiKey,
    clock,
    baseUrl: '',
    outcome: options.outcome ?? 'picture',
    timing: options.timing ?? { startMs: 5, runMs: 10 },
    list: options.list ?? 'full',
    links: options.links ?? 'standard',
    predictions: new Map(),
    files,
    studio: { storage, files, megapixels: options.megapixels ?? 0.02 },
  };
  let answersToLose = manner === 'lost-answer' ? 1 : 0;

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const exchange = createExchange(request);
    requests.push(`${exchange.method} ${exchange.path}`);
    const given = manner === 'html' ? webPage : await answer(world, exchange);
    if (manner === 'slow') await new Promise((resolve) => setTimeout(resolve, slowAnswerMs));
    if (answersToLose > 0 && isStart(exchange)) {
      answersToLose -= 1;
      request.socket.destroy();
      return;
    }
    response.writeHead(given.status, given.headers).end(given.body);
  }

  const server = await serve(0, handle);
  world.baseUrl = `http://127.0.0.1:${server.port}`;
  return {
    baseUrl: world.baseUrl,
    apiKey,
    ledger: () => [...world.predictions.values()],
    fastForward: clock.fastForward,
    requests,
    keysLeaked: storage.keysSeen,
    async close() {
      await Promise.all([server.close(), storage.close()]);
    },
  };
}

function isStart({ method, path }: Exchange): boolean {
  return method === 'POST' && path.endsWith('/predictions');
}
