import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readEventData } from '#shared/engines/http/event-data.ts';
import type { Bytes } from '#shared/ports.ts';

function streamOf(chunks: readonly Bytes[], onCancel = () => {}): ReadableStream<Bytes> {
  const left = [...chunks];
  return new ReadableStream({
    pull(controller) {
      const next = left.shift();
      if (next) controller.enqueue(next);
      else controller.close();
    },
    cancel: onCancel,
  });
}

async function all(body: ReadableStream<Bytes>): Promise<string[]> {
  const data: string[] = [];
  for await (const one of readEventData(body)) data.push(one);
  return data;
}

it('reads the same data however the stream is cut', async () => {
  const texts = fc.array(
    fc.string({ unit: 'grapheme' }).map((text) => text.replace(/[\r\n]/g, '').trim()),
    { maxLength: 6 },
  );
  await fc.assert(
    fc.asyncProperty(texts, fc.integer({ min: 1, max: 9 }), async (sent, size) => {
      const wire = sent.map((text) => `: a comment\r\nevent: x\ndata: ${text}\n\n`).join('');
      const bytes = new TextEncoder().encode(wire) as Bytes;
      const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
        bytes.slice(index * size, (index + 1) * size),
      );
      expect(await all(streamOf(chunks))).toEqual(sent);
    }),
  );
});

it('lets go of the stream when nobody reads on', async () => {
  let isCancelled = false;
  const bytes = new TextEncoder().encode('data: 1\n\ndata: 2\n\n') as Bytes;
  const letGo = () => {
    isCancelled = true;
  };
  for await (const data of readEventData(streamOf([bytes, bytes], letGo))) {
    expect(data).toBe('1');
    break;
  }
  expect(isCancelled).toBe(true);
});

it('keeps no more of an endless line than a line may hold', async () => {
  const chunk = new Uint8Array(50_000).fill(97) as Bytes;
  expect(await all(streamOf([chunk, chunk, chunk]))).toEqual([]);
});
