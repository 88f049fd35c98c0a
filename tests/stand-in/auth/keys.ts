import { createHmac } from 'node:crypto';

/** The payload of a ComfyDeploy key: an HS256 JWT, made on the dashboard without `exp`. */
type KeyClaims = { user_id: string; org_id?: string; iat: number; exp?: number };

const secret = 'a stand-in guards nothing';
const orgId = 'org_2bWrestyleStudio';
/** Fixed, so that the key is the same at every start and can stay in a browser's settings. */
const issuedAt = 1_756_435_200;

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const sign = (text: string) => createHmac('sha256', secret).update(text).digest('base64url');

function createKey(claims: KeyClaims): string {
  const signed = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(claims)}`;
  return `${signed}.${sign(signed)}`;
}

/** The claims of a genuine, unexpired key; `null` for anything else. */
export function readKey(key: string, nowMs: number): KeyClaims | null {
  const [header, payload, signature] = key.split('.');
  if (payload === undefined || signature !== sign(`${header}.${payload}`)) return null;
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as KeyClaims;
  return claims.exp !== undefined && claims.exp * 1000 <= nowMs ? null : claims;
}

const member = (name: string): KeyClaims => ({ user_id: `user_2ZA${name}`, org_id: orgId, iat: issuedAt });

/** One key for each way a key can be wrong. */
export const keys = {
  valid: createKey(member('designer')),
  revoked: createKey(member('revoked')),
  expired: createKey({ ...member('expired'), exp: issuedAt + 3600 }),
  noCredit: createKey(member('noCredit')),
  suspended: createKey(member('suspended')),
  /** Genuine, but of another organisation. */
  outsider: createKey({ user_id: 'user_9XXoutsider', org_id: 'org_9XXelsewhere', iat: issuedAt }),
  /** Well-formed, signed by somebody else. */
  forged: `${createKey(member('forged')).slice(0, -6)}AAAAAA`,
};

/** What the browser login hands out: the only kind of key that expires by itself. */
export function createWeekKey(nowMs: number): string {
  const iat = Math.floor(nowMs / 1000);
  return createKey({ ...member('designer'), iat, exp: iat + 7 * 24 * 3600 });
}

export type ScriptedKeys = typeof keys;

export const owner = { userId: member('designer').user_id, orgId };
