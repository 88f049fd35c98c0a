import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyValidity, readApiKey } from '#shared/engines/comfydeploy/api-key.ts';

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const keyOf = (payload: unknown) => `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(payload)}.c2lnbmF0dXJl`;

describe('readApiKey', () => {
  it('tells whose key it is, and until when', () => {
    const key = keyOf({ user_id: 'user_2ZA', org_id: 'org_2b', iat: 1_756_435_200, exp: 1_757_040_000 });
    expect(readApiKey(key)).toEqual({
      userId: 'user_2ZA',
      orgId: 'org_2b',
      issuedAtMs: 1_756_435_200_000,
      expiresAtMs: 1_757_040_000_000,
    });
  });

  it('reads a dashboard key, which names no organisation and no end', () => {
    const facts = readApiKey(` ${keyOf({ user_id: 'Zoë_🎨', iat: 1 })}\n`);
    expect(facts).toEqual({ userId: 'Zoë_🎨', orgId: null, issuedAtMs: 1_000, expiresAtMs: null });
  });

  it.each([
    '',
    'sk_live_123',
    'rst_member_token',
    'a.b.c',
    'a.b',
    keyOf({ sub: 'x' }),
    keyOf(null),
    `${keyOf({ user_id: 'u' })}.more`,
  ])('knows that %j is none', (key) => expect(readApiKey(key)).toBeNull());

  it('never throws, whatever was pasted', () => {
    fc.assert(fc.property(fc.string(), (text) => readApiKey(`x.${text}.y`) === null || text !== ''));
  });
});

describe('keyValidity', () => {
  const facts = { userId: 'u', orgId: null, issuedAtMs: null };
  it.each([
    [null, 'lasting'],
    [1_000, 'expired'],
    [1_001, 'expires-soon'],
    [1_000 + 25 * 3_600_000, 'valid'],
  ] as const)('of a key that ends at %s is %s', (expiresAtMs, validity) => {
    expect(keyValidity({ ...facts, expiresAtMs }, 1_000)).toBe(validity);
  });
});
