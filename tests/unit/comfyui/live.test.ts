import { describe, expect, it } from 'vitest';
import { parseFrame } from '#shared/engines/comfyui/live/frames.ts';
import { readPreview } from '#shared/engines/comfyui/live/preview.ts';
import { createSamplingProgress } from '#shared/engines/comfyui/live/sampling-progress.ts';
import type { Bytes } from '#shared/ports.ts';

/** A binary frame: two numbers, big-endian, and what follows. */
function binary(kind: number, second: number, ...parts: (string | Uint8Array)[]): Bytes {
  const header = new DataView(new ArrayBuffer(8));
  header.setUint32(0, kind);
  header.setUint32(4, second);
  const bodies = parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part));
  return new Uint8Array(Buffer.concat([new Uint8Array(header.buffer), ...bodies]));
}

const metadata = JSON.stringify({ prompt_id: 'run', node_id: '16', image_type: 'image/jpeg' });
const bytes = new Uint8Array([1, 2, 3]);

describe('a frame', () => {
  it('is an event, or a preview with or without the run it is of', () => {
    const event = { type: 'progress', data: { value: 1, max: 4 } };
    expect(parseFrame(JSON.stringify(event))).toEqual({ kind: 'event', name: 'progress', data: event.data });
    expect(parseFrame(binary(1, 1, bytes))).toEqual({ kind: 'preview', runId: null, bytes });
    const named = binary(4, metadata.length, metadata, bytes);
    expect(parseFrame(named)).toEqual({ kind: 'preview', runId: 'run', bytes });
  });

  it.each([
    ['no JSON', '<html>'],
    ['an event without data', '{"type":"status"}'],
    ['a text without end', `{"type":"x","data":{"a":"${'a'.repeat(300_000)}"}}`],
    ['progress in words', binary(3, 2, '16', 'loading')],
    ['a header alone', binary(1, 1)],
    ['three bytes', new Uint8Array(3)],
    ['metadata longer than the frame', binary(4, 4_000_000_000, metadata, bytes)],
    ['metadata that is none', binary(4, 3, 'abc', bytes)],
  ])('says nothing to us: %s', (_, frame) => {
    expect(parseFrame(frame)).toBeNull();
  });
});

describe('a preview', () => {
  it.each([
    ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['a GIF', Buffer.from('GIF89a\x01\x00\x01\x00\x00\x00\x00;', 'latin1')],
    ['a JPEG cut short', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 4])],
    ['more than can be a preview', Buffer.alloc(5 * 1024 * 1024, '\x89PNG\r\n\x1a\n', 'latin1')],
  ])('is not shown: %s', (_, given) => {
    expect(readPreview(new Uint8Array(given))).toBeNull();
  });
});

describe('how far a run is', () => {
  const sampler = { class_type: 'KSampler', inputs: { latent_image: ['5', 0], steps: 4 } };
  const loader = { class_type: 'UNETLoader', inputs: { unet_name: 'x' } };

  it('is how far its samplers are, each counting alike, and never falls', () => {
    const at = createSamplingProgress({ 1: loader, 16: sampler, 17: sampler });
    const step = (nodeId: string | null, value: number) => at({ nodeId, value, max: 4 });
    expect(step('1', 4)).toBeNull();
    expect(step('16', 2)).toBe(0.25);
    expect(step('16', 1)).toBe(0.25);
    expect(step('16.0.3', 4)).toBe(0.5);
    expect(step('17', 4)).toBe(1);
    expect(step('17', Number.NaN)).toBeNull();
  });

  it('is how far anything is, in a graph without a sampler', () => {
    expect(createSamplingProgress({ 1: loader })({ nodeId: '9', value: 1, max: 2 })).toBe(0.5);
    expect(createSamplingProgress({ 1: loader })({ nodeId: null, value: 1, max: 0 })).toBeNull();
  });
});
