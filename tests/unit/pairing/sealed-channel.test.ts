import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSealedChannel, maxMessageBytes } from '#shared/pairing/sealed-channel.ts';
import { webCrypto } from '#shared/pairing/web-crypto.ts';
import type { Bytes } from '#shared/ports.ts';
import { flipped, wirePair } from './two-sides.ts';

const message = fc.uint8Array({ maxLength: 2_000 }).map((array): Bytes => Uint8Array.from(array));

async function channels() {
  const { guestWire, hostWire, seen } = wirePair();
  const [there, back] = await Promise.all([0, 1].map(() => webCrypto.cipher(webCrypto.randomBytes(32))));
  if (!there || !back) throw new Error('two ciphers');
  const sent: string[] = [];
  const collect = { send: (text: string) => void sent.push(text), receive: async () => null, close() {} };
  return {
    guest: createSealedChannel(guestWire, there, back),
    host: createSealedChannel(hostWire, back, there),
    /** Seals like the guest, for whoever then changes what is delivered. */
    sealer: createSealedChannel(collect, there, back),
    sent,
    deliver(texts: readonly string[]) {
      for (const text of texts) guestWire.send(text);
    },
    seen,
  };
}

test('messages of any size come whole and in order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(message, { minLength: 1, maxLength: 6 }), async (messages) => {
      const { guest, host } = await channels();
      for (const each of messages) void guest.send(each);
      for (const each of messages) expect(await host.receive()).toEqual(each);
    }),
    { numRuns: 60 },
  );
  const { guest, host, seen } = await channels();
  const large = new Uint8Array(1_000_000).map((_, index) => index);
  await guest.send(large);
  expect(seen.length).toBeGreaterThan(4);
  expect(await host.receive()).toEqual(large);
});

type Tamper = (texts: readonly string[], place: number) => string[];

const tampers: Record<string, Tamper> = {
  'a piece dropped': (texts, place) => texts.filter((_, index) => index !== place % (texts.length - 1)),
  'a piece twice': (texts, place) =>
    texts.flatMap((text, index) => (index === place % texts.length ? [text, text] : [text])),
  'two pieces in another order': (texts, place) => {
    const at = place % (texts.length - 1);
    const [one = '', other = ''] = texts.slice(at, at + 2);
    return texts.with(at, other).with(at + 1, one) as string[];
  },
  'a piece changed': (texts, place) =>
    texts.map((text, index) => (index === place % texts.length ? flipped(text, place) : text)),
  'a piece cut': (texts, place) =>
    texts.map((text, index) => (index === place % texts.length ? text.slice(0, -4) : text)),
  'a piece made up': (texts, place) => texts.toSpliced(place % texts.length, 0, btoa('x'.repeat(40))),
};

test.each(Object.entries(tampers))(
  '%s: what came before is read, and then nothing any more',
  async (_, tamper) => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(message, { minLength: 2, maxLength: 6 }),
        fc.nat(),
        async (messages, place) => {
          const { sealer, sent, deliver, host } = await channels();
          for (const each of messages) await sealer.send(each);
          const texts = tamper(sent, place);
          fc.pre(texts.join() !== sent.join());
          deliver(texts);
          const read: Bytes[] = [];
          for (;;) {
            const next = await host.receive();
            if (!next) break;
            read.push(next);
          }
          expect(read).toEqual(messages.slice(0, read.length));
          expect(await host.receive()).toBeNull();
        },
      ),
      { numRuns: 40 },
    );
  },
);

test('nothing that one side has said passes for a word of the other', async () => {
  const { guest, sent, sealer, host } = await channels();
  await sealer.send(new Uint8Array(10));
  const { guestWire, hostWire } = wirePair();
  void host;
  for (const text of sent) hostWire.send(text);
  void guest;
  expect(
    await createSealedChannel(
      guestWire,
      await webCrypto.cipher(new Uint8Array(32)),
      await webCrypto.cipher(new Uint8Array(32)),
    ).receive(),
  ).toBeNull();
});

test('a message that is too large is not sent, and not read from whoever sends it all the same', async () => {
  const { guest } = await channels();
  await expect(guest.send(new Uint8Array(maxMessageBytes + 1))).rejects.toThrow(RangeError);
});
