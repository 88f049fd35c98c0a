import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toBase64 } from '#shared/connection/base64.ts';
import { createPairedBrowser } from '#shared/pairing/guest/paired-browser.ts';
import { writeHello } from '#shared/pairing/handshake.ts';
import { writeSecret } from '#shared/pairing/secret.ts';
import { webCrypto } from '#shared/pairing/web-crypto.ts';
import { maxTextLength } from '#shared/pairing/wire.ts';
import { type Between, createHost, flipped, guestOf, honest, wirePair } from './two-sides.ts';

const status = { verb: 'status', jobId: 'job-0001' } as const;

async function paired(between: Between = honest) {
  const host = createHost();
  const pairing = await guestOf(host).claim(await host.offer());
  host.admitted.length = 0;
  return { host, pairing, guest: guestOf(host, between) };
}

test('paired once, every session after that opens by itself and carries pictures both ways', async () => {
  const { host, pairing, guest } = await paired();
  const browser = createPairedBrowser(pairing, guest.deps);
  const picture = webCrypto.randomBytes(500_000 % 65_536);
  const told = await browser.ask(status, picture);
  expect(told).toEqual({ value: { verb: 'status' }, bytes: picture });
  expect(host.asked).toEqual([{ pairingId: pairing.pairingId, ask: status, sizeBytes: picture.length }]);
  await Promise.all([browser.ask(status), browser.ask(status)]);
  expect(host.admitted).toEqual([pairing.pairingId]);
});

test('whoever carries it sees no key, no secret, and nothing of what is said', async () => {
  const host = createHost();
  const guest = guestOf(host);
  const secret = await host.offer();
  const pairing = await guest.claim(secret);
  const marked = new TextEncoder().encode('a picture of our unreleased product');
  const prompt = 'the prompt nobody may read';
  const wish = {
    verb: 'submit',
    jobId: 'job-0001',
    label: '',
    presetId: null,
    strength: null,
    seed: 1,
  } as const;
  await createPairedBrowser(pairing, guest.deps).ask({ ...wish, prompt }, marked);
  const seen = guest.seen().join('\n');
  const decoded = guest
    .seen()
    .map((text) => Buffer.from(text, 'base64').toString('latin1'))
    .join('\n');
  for (const hidden of [secret, secret.slice(8), pairing.key, prompt, 'unreleased']) {
    expect(seen).not.toContain(hidden);
    expect(decoded).not.toContain(hidden);
  }
});

describe('is refused, and nothing is changed', () => {
  test('a wrong secret', async () => {
    const host = createHost();
    const secret = await host.offer();
    const wrong = writeSecret(webCrypto.randomBytes(32));
    await expect(guestOf(host).claim(wrong)).rejects.toMatchObject({ code: 'not-paired' });
    // It has not cost the person theirs.
    await guestOf(host).claim(secret);
  });

  test('an expired secret', async () => {
    const host = createHost();
    const secret = await host.offer();
    host.clock.jump(120_001);
    await expect(guestOf(host).claim(secret)).rejects.toMatchObject({ code: 'not-paired' });
  });

  test('a secret that expires between hello and proof', async () => {
    const host = createHost();
    const secret = await host.offer();
    const late = guestOf(host, (text, way) => {
      if (way === 'to guest') host.clock.jump(200_000);
      return [text];
    });
    await expect(late.claim(secret)).rejects.toMatchObject({ code: 'not-paired' });
    expect(host.pairings.size).toBe(0);
  });

  test('a secret from before the clock was set back', async () => {
    const host = createHost();
    const secret = await host.offer();
    host.clock.jump(-3_600_000);
    await expect(guestOf(host).claim(secret)).rejects.toMatchObject({ code: 'not-paired' });
  });

  test('a secret that was used', async () => {
    const host = createHost();
    const secret = await host.offer();
    await guestOf(host).claim(secret);
    await expect(guestOf(host).claim(secret)).rejects.toMatchObject({ code: 'not-paired' });
    expect(host.pairings.size).toBe(1);
  });

  test('the second of two who claim one secret at the same time', async () => {
    const host = createHost();
    const secret = await host.offer();
    const both = await Promise.allSettled([guestOf(host).claim(secret), guestOf(host).claim(secret)]);
    expect(both.map(({ status: how }) => how).sort()).toEqual(['fulfilled', 'rejected']);
    expect(host.pairings.size).toBe(1);
  });

  test('an older secret after a newer one was made', async () => {
    const host = createHost();
    const older = await host.offer();
    await host.offer();
    await expect(guestOf(host).claim(older)).rejects.toMatchObject({ code: 'not-paired' });
  });

  test('a pairing with another key, and one that never was', async () => {
    const { host, pairing, guest } = await paired();
    const key = toBase64(webCrypto.randomBytes(32));
    await expect(guest.open({ ...pairing, key })).rejects.toMatchObject({ code: 'not-paired' });
    const pairingId = '00000000-0000-4000-8000-000000000000';
    await expect(guest.open({ ...pairing, pairingId })).rejects.toMatchObject({ code: 'not-paired' });
    expect(host.admitted).toEqual([]);
  });

  test('a revoked pairing, at its next word and for every session after', async () => {
    const { host, pairing, guest } = await paired();
    const browser = createPairedBrowser(pairing, guest.deps);
    await browser.ask(status);
    host.pairings.delete(pairing.pairingId);
    await expect(browser.ask(status)).rejects.toMatchObject({ code: 'unreachable' });
    await expect(browser.ask(status)).rejects.toMatchObject({ code: 'not-paired' });
    expect(host.asked).toHaveLength(1);
  });

  test('the host’s own proof, sent back to it', async () => {
    let hostProof = '';
    const { host, pairing, guest } = await paired((text, way) => {
      if (way === 'to guest' && text.includes('"proof"')) hostProof = JSON.parse(text).proof;
      return way === 'to host' && text.startsWith('{"proof"')
        ? [JSON.stringify({ proof: hostProof })]
        : [text];
    });
    await expect(guest.open(pairing)).rejects.toMatchObject({ code: 'not-paired' });
    expect(host.admitted).toEqual([]);
  });

  test('a whole session, said again word for word', async () => {
    const { host, pairing, guest } = await paired();
    await createPairedBrowser(pairing, guest.deps).ask(status);
    const words = guest.seen();
    const { guestWire, hostWire } = wirePair();
    const served = host.serve(hostWire);
    for (const word of words) guestWire.send(word);
    await served;
    expect(host.asked).toHaveLength(1);
    expect(host.admitted).toHaveLength(1);
  });

  test('keys that were swapped on the way', async () => {
    const mallory = await webCrypto.exchange();
    for (const attacked of ['to host', 'to guest']) {
      const { host, pairing, guest } = await paired((text, way) => {
        const key = toBase64(mallory.publicKey);
        if (way !== attacked) return [text];
        return [text.replace(/(\\*"publicKey\\*":\\*")[\w+/=]{88}/, (_, start) => `${start}${key}`)];
      });
      await expect(guest.open(pairing)).rejects.toMatchObject({ code: 'not-paired' });
      expect(host.admitted).toEqual([]);
    }
  });

  test.each([
    ['another version', (hello: object) => ({ ...hello, version: 2 })],
    ['an older version', (hello: object) => ({ ...hello, version: 0 })],
    ['no version', ({ version: _, ...hello }: { version?: number }) => hello],
    ['another kind', (hello: object) => ({ ...hello, kind: 'open' })],
    ['one key more', (hello: object) => ({ ...hello, plain: true })],
    [
      'keys of the prototype',
      (hello: object) => JSON.parse(JSON.stringify(hello).replace('{', '{"__proto__":{"version":1},')),
    ],
    ['a key that is no point', (hello: object) => ({ ...hello, publicKey: toBase64(new Uint8Array(65)) })],
    ['no base64', (hello: object) => ({ ...hello, publicKey: '*'.repeat(88) })],
    ['a list', () => []],
    ['nothing', () => null],
  ])('a hello with %s', async (_, change) => {
    const { host } = await paired();
    await host.offer();
    const { guestWire, hostWire } = wirePair();
    const served = host.serve(hostWire);
    const { publicKey } = await webCrypto.exchange();
    const hello = JSON.parse(writeHello({ kind: 'claim' }, publicKey, webCrypto.randomBytes(32)));
    guestWire.send(JSON.stringify(change(hello)));
    await served;
    expect(host.admitted).toEqual([]);
    expect(host.pairings.size).toBe(1);
  });

  test.each([
    ['too long', 'x'.repeat(maxTextLength + 1)],
    ['no text', { restyle: true }],
    ['no JSON', 'hello'],
  ])('a first word that is %s', async (_, word) => {
    const { host } = await paired();
    const { guestWire, hostWire } = wirePair((text) => [text === 'said' ? word : text]);
    const served = host.serve(hostWire);
    guestWire.send('said');
    await served;
    expect(host.admitted).toEqual([]);
  });

  test('a flood of words', async () => {
    const { host } = await paired();
    const { guestWire, hostWire } = wirePair();
    const served = host.serve(hostWire);
    for (let count = 0; count < 100_000; count += 1) guestWire.send('{}');
    await served;
    expect(await guestWire.receive()).toBeNull();
    expect(host.admitted).toEqual([]);
  });
});

test('any one character of a handshake that is changed on the way ends it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(3), fc.nat(), async (nth, place) => {
      let count = -1;
      const { host, pairing, guest } = await paired((text) => {
        count += 1;
        return [count === nth ? flipped(text, place) : text];
      });
      await expect(guest.open(pairing)).rejects.toMatchObject({
        code: expect.stringMatching(/not-paired|unreachable/),
      });
      // Only what comes after both proofs can be lost: then the host has a guest that is not there.
      if (nth < 3) expect(host.admitted).toEqual([]);
    }),
    { numRuns: 10 },
  );
}, 60_000);
