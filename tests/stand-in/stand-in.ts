import { createApiHandler } from './api/api-handler.ts';
import { keys, type ScriptedKeys } from './auth/keys.ts';
import { createClock, type StandInClock } from './clock.ts';
import { type Controls, handleControl } from './control/control-handler.ts';
import { createFaults, type FaultDesk } from './faults/faults.ts';
import { respond } from './faults/respond.ts';
import type { Answer } from './http/answer.ts';
import { createCors } from './http/cors.ts';
import { createExchange, type Exchange } from './http/exchange.ts';
import { serve } from './http/server.ts';
import { ledgerEntry } from './runs/ledger.ts';
import { sharedRenderer } from './runs/renderer.ts';
import { defaultPictureKey, drawDefaultPicture } from './storage/default-picture.ts';
import { createObjectStore, type ObjectStore } from './storage/object-store.ts';
import { createStorageHandler } from './storage/storage-handler.ts';
import { type Timing, visibleTiming } from './timing.ts';
import { createWorld, type World, type WorldSettings } from './world.ts';

export type StandInOptions = Partial<WorldSettings> & {
  /** Port of the API, default any free one. */
  port?: number;
  /** Port of the storage, default any free one. */
  storagePort?: number;
  timing?: Partial<Timing>;
  /** `true` answers every origin, as a relay or a self-hosted server may; default as ComfyDeploy does. */
  corsOpen?: boolean;
};

/** A local ComfyDeploy: what it answers, and what a test may ask of it beyond that. */
export type StandIn = Controls & {
  /** `http://127.0.0.1:<port>/api` */
  baseUrl: string;
  /** `http://localhost:<port>`: another origin, no key, no CORS. */
  storageUrl: string;
  ledgerUrl: string;
  /** A key that works; `keys` has those that do not. */
  apiKey: string;
  keys: ScriptedKeys;
  deploymentId: string;
  /** An older deployment without a strength slider, listed only without `is_fluid`. */
  plainDeploymentId: string;
  close(): Promise<void>;
};

const defaultSettings: WorldSettings = {
  concurrencyLimit: 2,
  uploadLimitBytes: 250 * 1024 * 1024,
  megapixels: 1,
  hasSettings: false,
};

type Origin = { clock: StandInClock; faults: FaultDesk; counts: Map<string, number>; controls?: Controls };

/** Serves one origin: counted, open to faults. The stand-in's own routes are neither. */
function serveOrigin(port: number, origin: Origin, handle: (exchange: Exchange) => Promise<Answer>) {
  return serve(port, async (request, response) => {
    const exchange = createExchange(request);
    const control = origin.controls === undefined ? null : await handleControl(origin.controls, exchange);
    if (control !== null) {
      response.writeHead(control.status, control.headers).end(control.body);
      return;
    }
    const name = `${exchange.method} ${exchange.path}`;
    origin.counts.set(name, (origin.counts.get(name) ?? 0) + 1);
    // Moved on with the rest of its time, so that a client can tell how its own clock differs.
    response.setHeader('date', new Date(origin.clock.nowMs()).toUTCString());
    await respond({ request, response }, exchange, origin.faults, () => handle(exchange));
  });
}

async function createBucket(): Promise<ObjectStore> {
  const objects = createObjectStore();
  const bytes = await drawDefaultPicture();
  objects.put(defaultPictureKey, { bytes, contentType: 'image/png', isPublic: true });
  return objects;
}

function describe(world: World, apiPort: number, controls: Controls): Omit<StandIn, 'close'> {
  const origin = `http://127.0.0.1:${apiPort}`;
  return {
    ...controls,
    baseUrl: `${origin}/api`,
    storageUrl: world.storageUrl,
    ledgerUrl: `${origin}/ledger`,
    apiKey: keys.valid,
    keys,
    deploymentId: world.deployments.main.id,
    plainDeploymentId: world.deployments.plain.id,
  };
}

/** Starts both origins on loopback. Rejects with EADDRINUSE when a port asked for is taken. */
export async function startStandIn(options: StandInOptions = {}): Promise<StandIn> {
  const { port = 0, storagePort = 0, timing: changes, corsOpen = false, ...settings } = options;
  let timing: Timing = { ...visibleTiming, ...changes };
  const clock = createClock();
  const origin: Origin = { clock, faults: createFaults(), counts: new Map() };
  const parts = { clock, faults: origin.faults, objects: await createBucket() };
  const storage = await serveOrigin(storagePort, origin, createStorageHandler(parts.objects, parts.clock));
  const closing = new AbortController();
  const world = createWorld({
    ...parts,
    renderer: sharedRenderer,
    storageUrl: `http://localhost:${storage.port}`,
    timing: () => timing,
    settings: { ...defaultSettings, ...settings },
    closing: closing.signal,
  });
  const controls: Controls = {
    ledger: () => world.runs.all().map(ledgerEntry),
    requests: () => Object.fromEntries(origin.counts),
    faults: origin.faults,
    setTiming: (next) => {
      timing = { ...timing, ...next };
    },
    fastForward: world.clock.fastForward,
    approveLogin: (requestId) => void world.logins.set(requestId, world.clock.nowMs()),
  };
  const api = await serveOrigin(
    port,
    { ...origin, controls },
    createApiHandler(world, createCors(corsOpen)),
  ).catch(async (error: unknown) => {
    await storage.close();
    throw error;
  });
  const close = async () => {
    closing.abort();
    origin.faults.clear();
    for (const run of world.runs.all()) run.cancelling.abort();
    await Promise.all([api.close(), storage.close()]);
  };
  return { ...describe(world, api.port, controls), close };
}
