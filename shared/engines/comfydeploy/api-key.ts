import * as z from '#shared/zod.ts';

/** What a ComfyDeploy key says of itself. Unverified: to be shown, never to be relied on. */
export type ApiKeyFacts = {
  userId: string;
  /** A key of an organisation sees only its things; one without sees only personal ones. */
  orgId: string | null;
  issuedAtMs: number | null;
  /** Keys from the dashboard never expire; those of the browser login do, after a week. */
  expiresAtMs: number | null;
};

const payloadSchema = z.object({
  user_id: z.string(),
  org_id: z.nullish(z.string()),
  iat: z.nullish(z.number()),
  exp: z.nullish(z.number()),
});

/**
 * Reads a key's payload: an HS256 JWT without a prefix, times in seconds (comfy-deploy/api,
 * middleware/auth.py). `null` for anything else, such as a relay's token.
 */
export function readApiKey(key: string): ApiKeyFacts | null {
  const parsed = payloadSchema.safeParse(payloadOf(key));
  if (!parsed.success) return null;
  const { user_id: userId, org_id: orgId, iat, exp } = parsed.data;
  return { userId, orgId: orgId ?? null, issuedAtMs: toMs(iat), expiresAtMs: toMs(exp) };
}

export type KeyValidity = 'lasting' | 'valid' | 'expires-soon' | 'expired';

const soonMs = 24 * 3_600_000;

/** How long a key still serves, so that it is said before a run fails by it. */
export function keyValidity({ expiresAtMs }: Pick<ApiKeyFacts, 'expiresAtMs'>, nowMs: number): KeyValidity {
  if (expiresAtMs === null) return 'lasting';
  if (expiresAtMs <= nowMs) return 'expired';
  return expiresAtMs - nowMs <= soonMs ? 'expires-soon' : 'valid';
}

const toMs = (seconds: number | null | undefined) => (seconds == null ? null : seconds * 1_000);

function payloadOf(key: string): unknown {
  const [, payload, signature, ...rest] = key.trim().split('.');
  if (!payload || !signature || rest.length > 0) return undefined;
  try {
    const binary = atob(payload.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}
