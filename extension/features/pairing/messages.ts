import type { Allowance } from '#shared/pairing/grant.ts';
import type { ListedPairing } from '../../platform/pairings/pairing-store.ts';

export type PairingMessages = {
  /** A new secret, as a person copies it, in place of any that was not used. */
  'pairing.offer': (allowance: Allowance) => { secret: string; untilMs: number };
  'pairing.withdraw': (question: Record<string, never>) => void;
  'pairing.list': (question: Record<string, never>) => { isOffered: boolean; pairings: ListedPairing[] };
  /** What a pairing may spend, counted anew from now. */
  'pairing.renew': (question: { pairingId: string; allowance: Allowance }) => void;
  /** Has a finished job's picture wait for the panels in Figma; `false` where none is paired. */
  'pairing.send': (question: { jobId: string }) => boolean;
  'pairing.revoke': (question: { pairingId: string }) => void;
};
