import { fromBase64, toBase64 } from '#shared/connection/base64.ts';
import type { Bytes } from '#shared/ports.ts';

/** 256 bits: nobody guesses it, so that whoever knows it has been given it. */
export const secretBytes = 32;

/** How long a secret that was not used can be used. */
export const secretLifeMs = 120_000;

const mark = 'restyle-';

/** The secret as a person copies it: one word, in base64url (RFC 4648, 5). */
export function writeSecret(secret: Bytes): string {
  return mark + toBase64(secret).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** What a person has pasted; `null` when it is no secret of ours. */
export function readSecret(pasted: string): Bytes | null {
  const [, text = ''] = /^restyle-([\w-]{43})$/.exec(pasted.trim()) ?? [];
  if (text === '') return null;
  return fromBase64(`${text.replaceAll('-', '+').replaceAll('_', '/')}=`);
}

/** A stretch of time. A clock that was set back to before its start does not make it longer: it ends it. */
export type Period = { fromMs: number; untilMs: number };

export function isWithin({ fromMs, untilMs }: Period, nowMs: number): boolean {
  return fromMs <= nowMs && nowMs < untilMs;
}
