import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainCrypto } from '#shared/pairing/plain/plain-crypto.ts';
import { hmacSha256, sha256 } from '#shared/pairing/plain/sha256.ts';
import { webCrypto } from '#shared/pairing/web-crypto.ts';
import type { Bytes } from '#shared/ports.ts';

const bytes = (constraints: fc.IntArrayConstraints & { minLength?: number; maxLength?: number }) =>
  fc.uint8Array(constraints).map((array): Bytes => Uint8Array.from(array));
const key = bytes({ minLength: 32, maxLength: 32 });
const iv = bytes({ minLength: 12, maxLength: 12 });
const data = bytes({ maxLength: 300 });
const hex = (array: Uint8Array) => Buffer.from(array).toString('hex');

describe('what is calculated by hand is what the platform calculates', () => {
  test('SHA-256 and HMAC', async () => {
    await fc.assert(
      fc.asyncProperty(bytes({ maxLength: 200 }), data, async (macKey, message) => {
        const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', message));
        expect(hex(sha256(message))).toBe(hex(digest));
        if (macKey.length === 0) return;
        const expected = await (await webCrypto.mac(macKey)).sign(message);
        expect(hex(hmacSha256(macKey, message))).toBe(hex(expected));
      }),
      { numRuns: 150 },
    );
  });

  test('AES-256-GCM, both ways', async () => {
    await fc.assert(
      fc.asyncProperty(key, iv, data, async (secret, once, message) => {
        const [ours, theirs] = [await plainCrypto.cipher(secret), await webCrypto.cipher(secret)];
        const sealed = await ours.seal(once, message);
        expect(hex(sealed)).toBe(hex(await theirs.seal(once, message)));
        expect(hex((await ours.open(once, sealed)) ?? new Uint8Array([1]))).toBe(hex(message));
      }),
      { numRuns: 150 },
    );
  });

  test('ECDH on P-256: both sides come to the same, whoever calculates how', async () => {
    for (let round = 0; round < 12; round += 1) {
      const [ours, theirs] = [await plainCrypto.exchange(), await webCrypto.exchange()];
      expect(hex(await ours.agree(theirs.publicKey))).toBe(hex(await theirs.agree(ours.publicKey)));
    }
  });
});

test('one changed bit is seen', async () => {
  await fc.assert(
    fc.asyncProperty(key, iv, data, fc.nat(), async (secret, once, message, place) => {
      const cipher = await plainCrypto.cipher(secret);
      const sealed = await cipher.seal(once, message);
      const at = place % (sealed.length * 8);
      sealed[at >> 3] = (sealed[at >> 3] ?? 0) ^ (1 << (at & 7));
      expect(await cipher.open(once, sealed)).toBeNull();
    }),
    { numRuns: 100 },
  );
});

test.each([
  ['no point of the curve', (point: Bytes) => point.with(64, (point[64] ?? 0) ^ 1)],
  ['too short', (point: Bytes) => point.slice(0, 64)],
  ['in another form', (point: Bytes) => point.with(0, 2)],
  ['nothing', () => new Uint8Array(65)],
])('a key that is %s is refused', async (_, change) => {
  const { publicKey } = await webCrypto.exchange();
  for (const { exchange } of [plainCrypto, webCrypto]) {
    const { agree } = await exchange();
    await expect(agree(Uint8Array.from(change(publicKey)))).rejects.toThrow();
  }
});

test('a picture of a megabyte is sealed and opened in a moment', async () => {
  const cipher = await plainCrypto.cipher(new Uint8Array(32));
  const started = performance.now();
  const sealed = await cipher.seal(new Uint8Array(12), new Uint8Array(1_000_000));
  expect(await cipher.open(new Uint8Array(12), sealed)).toHaveLength(1_000_000);
  expect(performance.now() - started).toBeLessThan(8_000);
});
