import { expect, test } from 'vitest';
import { readRequest } from '#shared/pairing/host/request.ts';

const asked = (ask: object) => readRequest({ id: 1, ask });

test.each([
  { verb: 'handoff.list' },
  { verb: 'handoff.take', id: 'figma.a.b' },
  { verb: 'handoff.forget', id: 'a' },
  { verb: 'handoff.open', handoff: { version: 1 } },
  { verb: 'presets.meet', items: [] },
])('$verb is understood', (ask) => {
  expect(asked(ask)).toEqual({ id: 1, ask });
});

test.each([
  { verb: 'handoff.list', id: 'a' },
  { verb: 'handoff.take' },
  { verb: 'handoff.take', id: 'a'.repeat(201) },
  { verb: 'handoff.forget', id: 7 },
  { verb: 'handoff.all' },
  { verb: 'presets.meet', items: Array(1_001).fill({}) },
  { verb: 'presets.meet', items: 'all' },
])('$verb asked otherwise is not', (ask) => {
  expect(asked(ask)).toBeNull();
});
