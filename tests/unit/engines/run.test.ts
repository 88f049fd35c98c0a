import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toEngineRun } from '#shared/engines/comfydeploy/run.ts';
import type { WireOutput, WireRun } from '#shared/engines/comfydeploy/wire.ts';

const wire = (changes: Partial<WireRun>): WireRun => ({ id: 'r', status: 'success', ...changes }) as WireRun;
const media = (name: string, type = 'output') => ({
  url: `https://x.example.com/${name}`,
  filename: name,
  type,
});
const output = (id: string | null, data: Record<string, unknown>): WireOutput => ({ output_id: id, data });
const pickedFrom = (outputs: WireOutput[], id: string | null = 'picture') =>
  toEngineRun(wire({ outputs }), id).output?.fileName ?? null;

const wanted = output('picture', { images: [media('wanted.webp')] });
const noise = fc.constantFrom(
  output('text', { text: ['a caption'] }),
  output(null, { images: [media('other.png')] }),
  output('mesh', { mesh: [media('thing.glb')] }),
  output('picture', { text: ['beside it'] }),
  output('flags', { done: [true], odd: { deep: 1 }, nothing: null }),
  { output_id: null, data: null },
);

describe('the output of a run', () => {
  it('is the wanted one among any others, in any order', () => {
    fc.assert(
      fc.property(fc.array(noise, { maxLength: 6 }), fc.nat(6), (others, at) => {
        const outputs = others.toSpliced(Math.min(at, others.length), 0, wanted);
        expect(pickedFrom(outputs)).toBe('wanted.webp');
      }),
    );
  });

  it.each<[string, WireOutput[], string | null]>([
    ['a picture filed under another kind', [output('picture', { files: [media('a.webp')] })], 'a.webp'],
    ['no file that is no picture', [output('picture', { files: [media('a.zip')] })], null],
    ['no preview', [output('picture', { images: [media('p.png', 'temp')] })], null],
    ['any picture where the wanted output has none', [output('x', { images: [media('b.png')] })], 'b.png'],
  ])('is %s', (_, outputs, fileName) => expect(pickedFrom(outputs)).toBe(fileName));
});

describe('how long a run has worked', () => {
  const startedAt = '2025-10-01T10:00:20.750000Z';
  const nowMs = Date.parse('2025-10-01T10:00:32Z');

  it('is told by the clock of the server, for a run that has begun', () => {
    const run = toEngineRun(wire({ status: 'running', started_at: startedAt }), null, nowMs);
    expect(run.workedSeconds).toBeCloseTo(11.25, 3);
  });

  it.each<[Partial<WireRun>, number | null]>([
    [{ status: 'running', started_at: startedAt }, null],
    [{ status: 'queued', started_at: null }, nowMs],
    [{ status: 'success', started_at: startedAt }, nowMs],
    [{ status: 'running', started_at: 'soon' }, nowMs],
  ])('is not told for %j at %j', (changes, serverNowMs) => {
    expect(toEngineRun(wire(changes), null, serverNowMs)).not.toHaveProperty('workedSeconds');
  });

  it('is nothing for one that begins in the second the server tells', () => {
    const run = toEngineRun(wire({ status: 'running', started_at: startedAt }), null, nowMs - 12_000);
    expect(run.workedSeconds).toBe(0);
  });
});
