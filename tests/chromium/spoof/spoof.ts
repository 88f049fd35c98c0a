import type { Frame } from 'playwright-core';
import { toErrorData } from '#shared/errors/app-error.ts';
import { type Who, writeHello } from '#shared/pairing/handshake.ts';
import { webCrypto } from '#shared/pairing/web-crypto.ts';
import type { Wire } from '#shared/pairing/wire.ts';
import { type Between, honest } from '../../unit/pairing/two-sides.ts';
import type { SpoofStage } from './spoof-stage.ts';

/** One way of getting at what is only for whom the person has paired; answers whether it was let in. */
export type Spoof = { name: string; isLetIn(stage: SpoofStage): Promise<boolean> };

/** First words as a guest says them, by somebody who has no secret. */
export async function helloOf(who: Who): Promise<string> {
  const { publicKey } = await webCrypto.exchange();
  return writeHello(who, publicKey, webCrypto.randomBytes(32));
}

export const badProof = JSON.stringify({ proof: 'A'.repeat(43).concat('=') });

/** Everything that comes back until the end. */
async function hearOut(wire: Wire): Promise<string[]> {
  const heard: string[] = [];
  for (;;) {
    const text = await wire.receive();
    if (text === null) return heard;
    heard.push(text);
  }
}

/** The browser's first words prove nothing and tell nothing; whoever hears a second was let in. */
export const isMoreThanFirstWords = (heard: readonly string[]) => heard.length > 1;

/** Says the words from a stranger's frame, one after the other. */
export async function sayAll(
  stage: SpoofStage,
  words: readonly string[],
  { frame, between = honest }: { frame?: Frame; between?: Between } = {},
): Promise<boolean> {
  const wire = stage.channels.wireIn(frame ?? (await stage.openStranger()), between);
  for (const word of words) wire.send(word);
  return isMoreThanFirstWords(await hearOut(wire));
}

/** Whether it was answered. Anything but a refusal is a fault of the test and comes out as one. */
export async function isAnswered(asking: Promise<unknown>): Promise<boolean> {
  try {
    await asking;
    return true;
  } catch (error) {
    const { code } = toErrorData(error);
    if (refusals.includes(code)) return false;
    throw error;
  }
}

const refusals = [
  ...['not-paired', 'unreachable', 'run-not-found', 'grant-used-up'],
  ...['picture-not-a-picture', 'picture-unsupported'],
];
