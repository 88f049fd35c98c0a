import { toBase64 } from '#shared/connection/base64.ts';
import { claimPairing, openSession } from '#shared/pairing/guest/open-session.ts';
import { secretLifeMs, writeSecret } from '#shared/pairing/secret.ts';
import { webCrypto } from '#shared/pairing/web-crypto.ts';
import { maxTextLength } from '#shared/pairing/wire.ts';
import { badProof, helloOf, isAnswered, type Spoof, sayAll } from './spoof.ts';

const unknownId = '00000000-0000-4000-8000-000000000000';

/** First words by somebody who knows which pairings there are, changed. */
function changedHello(name: string, change: (hello: string) => string): Spoof {
  return {
    name,
    async isLetIn(stage) {
      const { pairing } = await stage.pair();
      const hello = await helloOf({ kind: 'session', pairingId: pairing.pairingId });
      return sayAll(stage, [change(hello), badProof]);
    },
  };
}

/** Whose key somebody on the way has put in place of one side's. */
function swappedKey(attacked: 'to host' | 'to guest'): Spoof {
  return {
    name: `keys that are swapped on the way ${attacked}`,
    async isLetIn(stage) {
      const key = toBase64((await webCrypto.exchange()).publicKey);
      const swap = (text: string) =>
        text.replace(/(\\*"publicKey\\*":\\*")[\w+/=]{88}/, (_, start) => `${start}${key}`);
      const { pairing, frame } = await stage.pair();
      const deps = stage.depsIn(frame, (text, way) => [way === attacked ? swap(text) : text]);
      return isAnswered(openSession(pairing, deps));
    },
  };
}

export const handshakes: readonly Spoof[] = [
  changedHello('a known pairing with a made-up proof', (hello) => hello),
  changedHello('a pairing that never was', (hello) => hello.replace(/[0-9a-f-]{36}/, unknownId)),
  changedHello('an older version', (hello) => hello.replace('"version":1', '"version":0')),
  changedHello('one key more', (hello) => hello.replace('{', '{"isTrusted":true,')),
  changedHello('keys of the prototype', (hello) => hello.replace('{', '{"__proto__":{"proof":true},')),
  changedHello('a giant payload', () => 'x'.repeat(maxTextLength + 1)),
  {
    name: 'no proof at all',
    async isLetIn(stage) {
      const { pairing } = await stage.pair();
      const hello = await helloOf({ kind: 'session', pairingId: pairing.pairingId });
      return sayAll(stage, [hello, toBase64(webCrypto.randomBytes(64))]);
    },
  },
  {
    name: 'a made-up proof while a secret is open, which stays the person’s to use',
    async isLetIn(stage) {
      const secret = await stage.offer();
      const isIn = await sayAll(stage, [await helloOf({ kind: 'claim' }), badProof]);
      const frame = await stage.openStranger();
      const { pairingId } = await claimPairing(secret, stage.depsIn(frame));
      stage.meant.pairings.add(pairingId);
      return isIn;
    },
  },
  {
    name: 'the browser’s own proof, sent back to it',
    async isLetIn(stage) {
      const { pairing, frame } = await stage.pair();
      const wire = stage.channels.wireIn(frame, (text) => [text]);
      wire.send(await helloOf({ kind: 'session', pairingId: pairing.pairingId }));
      const { proof } = JSON.parse((await wire.receive()) ?? '{}');
      wire.send(JSON.stringify({ proof }));
      return (await wire.receive()) !== null;
    },
  },
  {
    name: 'a whole session, said again word for word',
    async isLetIn(stage) {
      const said: string[] = [];
      const { browser } = await stage.pair((text, way) => {
        if (way === 'to host') said.push(text);
        return [text];
      });
      await browser.ask({ verb: 'list' });
      return sayAll(stage, said);
    },
  },
  swappedKey('to host'),
  swappedKey('to guest'),
  {
    name: 'a wrong secret',
    async isLetIn(stage) {
      await stage.offer();
      const wrong = writeSecret(webCrypto.randomBytes(32));
      return isAnswered(claimPairing(wrong, stage.depsIn(await stage.openStranger())));
    },
  },
  {
    name: 'a secret whose time is over',
    async isLetIn(stage) {
      const secret = await stage.offer();
      const deps = stage.depsIn(await stage.openStranger());
      await stage.moveClock(secretLifeMs + 1_000);
      return isAnswered(claimPairing(secret, deps)).finally(() => stage.moveClock(0));
    },
  },
  {
    name: 'a secret that was used',
    async isLetIn(stage) {
      const secret = await stage.offer();
      const deps = stage.depsIn(await stage.openStranger());
      stage.meant.pairings.add((await claimPairing(secret, deps)).pairingId);
      return isAnswered(claimPairing(secret, deps));
    },
  },
  {
    name: 'the second of two plugins that claim one secret at once',
    async isLetIn(stage) {
      const secret = await stage.offer();
      const frames = await Promise.all([stage.openStranger(), stage.openStranger()]);
      const claims = await Promise.allSettled(
        frames.map((frame) => claimPairing(secret, stage.depsIn(frame))),
      );
      const paired = claims.flatMap((claim) => (claim.status === 'fulfilled' ? [claim.value.pairingId] : []));
      for (const pairingId of paired.slice(0, 1)) stage.meant.pairings.add(pairingId);
      return paired.length !== 1;
    },
  },
];
