import { browser } from 'wxt/browser';
import { withChoicesOf } from '#shared/connection/choices.ts';
import { type Connection, parseConnection } from '#shared/connection/connection.ts';
import { type Fallbacks, parseFallbacks } from '#shared/connection/fallbacks.ts';
import { openSecret, type SealedSecret, sealSecret } from '#shared/connection/seal.ts';
import type { Webhook } from '#shared/connection/webhook.ts';
import type { EngineId } from '#shared/engines/engine.ts';
import { hostOf } from '#shared/engines/http/host-of.ts';
import type { Database } from '#shared/web/storage/database.ts';
import * as z from '#shared/zod.ts';
import { deviceKey, knownDeviceKey } from './device-key.ts';

const documentKey = 'connections';
const secretsKey = 'connections.secrets';
/** Among the secrets, beside the keys by engine. */
const webhookSecret = 'comfydeploy.webhook';

const documentSchema = z.object({
  version: z.literal(1),
  list: z.array(z.unknown()),
  fallbacks: z.optional(z.unknown()),
});
const secretsSchema = z.record(z.string(), z.unknown());

/** The connected engines without their keys, the one to use first at the front. */
export async function loadConnections(): Promise<Connection[]> {
  return (await loadFailoverRules()).connections;
}

/** The connected engines, and which of them go on by themselves for another that is down. */
export async function loadFailoverRules(): Promise<{ connections: Connection[]; fallbacks: Fallbacks }> {
  const stored = await browser.storage.local.get(documentKey);
  const parsed = documentSchema.safeParse(stored[documentKey]);
  if (!parsed.success) return { connections: [], fallbacks: {} };
  const connections = parsed.data.list.flatMap((each) => parseConnection(each) ?? []);
  return { connections, fallbacks: parseFallbacks(parsed.data.fallbacks, connections) };
}

/** Names the engine that goes on by itself when another is down; `null` has a person asked. */
export async function saveFallback(from: EngineId, to: EngineId | null): Promise<void> {
  const { connections, fallbacks } = await loadFailoverRules();
  const { [from]: _, ...others } = fallbacks;
  await store(connections, to === null ? others : { ...others, [from]: to });
}

async function store(list: readonly Connection[], fallbacks: Fallbacks, more = {}): Promise<void> {
  await browser.storage.local.set({ [documentKey]: { version: 1, list, fallbacks }, ...more });
}

/** The engine that is used unless a person chooses another; `null` when none is connected. */
export async function loadMainConnection(): Promise<Connection | null> {
  return (await loadConnections())[0] ?? null;
}

/**
 * Stores a connection in place of that engine's earlier one, or last, with what was chosen for that. A key goes to `storage.local` as
 * ciphertext only, because every content script can read that area; its sealing key stays in the
 * extension's own database.
 */
export async function saveConnection(
  connection: Connection,
  apiKey: string | null,
  opening: Promise<Database>,
) {
  const { connections: list, fallbacks } = await loadFailoverRules();
  const index = list.findIndex(({ engine }) => engine === connection.engine);
  list.splice(index === -1 ? list.length : index, 1, withChoicesOf(list[index], connection));
  const secrets = await loadSecrets();
  if (apiKey === null) delete secrets[connection.engine];
  else secrets[connection.engine] = await sealSecret(apiKey, await deviceKey(opening));
  await store(list, fallbacks, { [secretsKey]: secrets });
}

/** Stores what a person has chosen for a connected engine; its key stays as it is. */
export async function changeConnection(changed: Connection): Promise<void> {
  const { connections, fallbacks } = await loadFailoverRules();
  const list = connections.map((each) => (each.engine === changed.engine ? changed : each));
  await store(list, fallbacks);
}

/** An engine's key; `null` when none is stored or this device cannot open it. */
export async function loadApiKey(engine: EngineId, opening: Promise<Database>): Promise<string | null> {
  const sealed = (await loadSecrets())[engine];
  return sealed === undefined ? null : open(sealed, opening);
}

/** Stores where the team is told of ComfyDeploy's runs; `null` for nowhere. */
export async function saveWebhook(webhook: Webhook | null, opening: Promise<Database>): Promise<void> {
  const { connections, fallbacks } = await loadFailoverRules();
  const list = connections.map((each) => {
    if (each.engine !== 'comfydeploy') return each;
    const { webhook: _, ...plain } = each;
    return webhook
      ? { ...plain, webhook: { host: hostOf(webhook.url), everyStep: webhook.everyStep } }
      : plain;
  });
  const secrets = await loadSecrets();
  if (webhook) secrets[webhookSecret] = await sealSecret(webhook.url, await deviceKey(opening));
  else delete secrets[webhookSecret];
  await store(list, fallbacks, { [secretsKey]: secrets });
}

/** Where the team is told of a connection's runs; `null` when nowhere, or this device cannot open it. */
export async function loadWebhook(
  connection: Connection,
  opening: Promise<Database>,
): Promise<Webhook | null> {
  const sealed = (await loadSecrets())[webhookSecret];
  if (connection.engine !== 'comfydeploy' || !connection.webhook || sealed === undefined) return null;
  const url = await open(sealed, opening);
  return url === null ? null : { url, everyStep: connection.webhook.everyStep };
}

export async function forgetConnection(engine: EngineId): Promise<void> {
  const { connections, fallbacks } = await loadFailoverRules();
  const list = connections.filter((each) => each.engine !== engine);
  const secrets = await loadSecrets();
  delete secrets[engine];
  if (engine === 'comfydeploy') delete secrets[webhookSecret];
  await store(list, parseFallbacks(fallbacks, list), { [secretsKey]: secrets });
}

/** Makes an engine the one that is used unless a person chooses another. */
export async function preferEngine(engine: EngineId): Promise<void> {
  const { connections: list, fallbacks } = await loadFailoverRules();
  const isFirst = (each: Connection) => Number(each.engine === engine);
  list.sort((a, b) => isFirst(b) - isFirst(a));
  await store(list, fallbacks);
}

/** `null` for what this device cannot open. */
async function open(sealed: unknown, opening: Promise<Database>): Promise<string | null> {
  const key = await knownDeviceKey(opening);
  return key && openSecret(sealed, key);
}

async function loadSecrets(): Promise<Record<string, SealedSecret | unknown>> {
  const stored = await browser.storage.local.get(secretsKey);
  const parsed = secretsSchema.safeParse(stored[secretsKey]);
  return parsed.success ? parsed.data : {};
}
