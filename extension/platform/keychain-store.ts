import { browser } from 'wxt/browser';
import { shareable } from '#shared/connection/choices.ts';
import { isDeviceToken } from '#shared/connection/device-token.ts';
import {
  canTravel,
  type KeychainEntry,
  type KeychainEnvelope,
  type KeychainLock,
  lockKeychain,
  lockOf,
  newLock,
  openKeychain,
  parseKeychain,
} from '#shared/connection/keychain.ts';
import type { Database } from '#shared/web/storage/database.ts';
import { loadApiKey, loadConnections } from './connection-store.ts';

/** Where the envelope lies in `storage.sync`. */
export const keychainKey = 'keychain';

/** `locked`: another browser's envelope is there, and this one has not been told its password. */
export type KeychainState = 'off' | 'on' | 'locked';

async function loadEnvelope(): Promise<KeychainEnvelope | null> {
  return parseKeychain((await browser.storage.sync.get(keychainKey))[keychainKey]);
}

/** A lock's key is kept under its salt: it can be used here and not be read. */
function lockName({ salt }: Pick<KeychainEnvelope, 'salt'>): string {
  return `keychain:${salt}`;
}

async function knownLock(
  envelope: KeychainEnvelope,
  opening: Promise<Database>,
): Promise<KeychainLock | null> {
  const key = await (await opening).get('keys', lockName(envelope));
  return key ? { ...envelope, key } : null;
}

export async function keychainState(opening: Promise<Database>): Promise<KeychainState> {
  const envelope = await loadEnvelope();
  if (!envelope) return 'off';
  return (await knownLock(envelope, opening)) ? 'on' : 'locked';
}

/** Locks this browser's connections with a password, in place of any earlier envelope. */
export async function turnKeychainOn(passphrase: string, opening: Promise<Database>): Promise<void> {
  const lock = await newLock(passphrase);
  await (await opening).put('keys', lock.key, lockName(lock));
  await writeEnvelope(lock, opening);
}

/** Takes the envelope away from all browsers. What each has connected stays connected. */
export async function turnKeychainOff(opening: Promise<Database>): Promise<void> {
  const envelope = await loadEnvelope();
  await browser.storage.sync.remove(keychainKey);
  if (envelope) await (await opening).delete('keys', lockName(envelope));
}

/** Tries a password; answers whether it is the one. From then on this browser can open the envelope. */
export async function unlockKeychain(passphrase: string, opening: Promise<Database>): Promise<boolean> {
  const envelope = await loadEnvelope();
  if (!envelope) return false;
  const lock = await lockOf(envelope, passphrase);
  if (!(await openKeychain(envelope, lock.key))) return false;
  await (await opening).put('keys', lock.key, lockName(lock));
  return true;
}

/** What the other browsers have locked in; `null` while this one cannot open it. */
export async function readKeychain(opening: Promise<Database>): Promise<readonly KeychainEntry[] | null> {
  const envelope = await loadEnvelope();
  const lock = envelope && (await knownLock(envelope, opening));
  const entries = envelope && lock ? await openKeychain(envelope, lock.key) : null;
  return entries?.filter(canTravel) ?? null;
}

/**
 * Puts this browser's connections into the envelope, beside those only other browsers have. Does nothing
 * where there is no envelope that this browser can open, or where it says the same already.
 */
export async function refreshKeychain(opening: Promise<Database>): Promise<void> {
  const envelope = await loadEnvelope();
  const lock = envelope && (await knownLock(envelope, opening));
  if (!envelope || !lock) return;
  const inside = (await openKeychain(envelope, lock.key)) ?? [];
  const own = await ownEntries(opening);
  const isOwn = ({ connection }: KeychainEntry) =>
    own.some((each) => each.connection.engine === connection.engine);
  const next = [...own, ...inside.filter((each) => !isOwn(each) && canTravel(each))];
  if (JSON.stringify(next) !== JSON.stringify(inside)) await saveEnvelope(await lockKeychain(next, lock));
}

async function writeEnvelope(lock: KeychainLock, opening: Promise<Database>): Promise<void> {
  await saveEnvelope(await lockKeychain(await ownEntries(opening), lock));
}

async function saveEnvelope(envelope: KeychainEnvelope): Promise<void> {
  await browser.storage.sync.set({ [keychainKey]: envelope });
}

/** Sample looks need no connecting, and a relay's token is this browser's alone: they stay out. */
async function ownEntries(opening: Promise<Database>): Promise<KeychainEntry[]> {
  const connections = (await loadConnections()).filter(({ engine }) => engine !== 'on-device');
  const entries = await Promise.all(
    connections.map(async (connection) => ({
      connection: shareable(connection),
      apiKey: await loadApiKey(connection.engine, opening),
    })),
  );
  return entries.filter(canTravel);
}

/** Whether there is anything here that other browsers could be given, and whether a relay's token is not. */
export async function keychainContents(opening: Promise<Database>) {
  const hasKeys = (await ownEntries(opening)).length > 0;
  return { hasKeys, hasDeviceToken: isDeviceToken(await loadApiKey('comfydeploy', opening)) };
}
