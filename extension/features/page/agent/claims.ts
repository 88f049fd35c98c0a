import type { ClaimAnswer } from '../messages.ts';
import type { Candidate } from './candidates/candidate.ts';
import { clickedPicture } from './candidates/clicked.ts';
import { addressesOf, factsOf } from './candidates/facts.ts';
import { labelOf } from './picker/describe.ts';
import { isSandboxed } from './sandboxed.ts';

type Claimed = { candidate: Candidate | null; addresses: readonly string[] };

export type Claims = ReturnType<typeof createClaims>;

/** Which picture each job is about, fixed at the time of the click: pages change before it is read. */
export function createClaims() {
  const claims = new Map<string, Claimed>();

  function fix(jobId: string, candidate: Candidate | null, pictureUrl: string): Claimed {
    const claimed = { candidate, addresses: addressesOf(candidate, pictureUrl) };
    claims.set(jobId, claimed);
    return claimed;
  }

  return {
    /** Fixes a picture that was chosen on the page. */
    choose(jobId: string, candidate: Candidate): void {
      fix(jobId, candidate, '');
    },

    /** The picture of a job: the one already fixed, else the one that was clicked. */
    claim(jobId: string, pictureUrl: string): ClaimAnswer {
      const { candidate } = claims.get(jobId) ?? fix(jobId, clickedPicture(pictureUrl), pictureUrl);
      const label = candidate ? labelOf(candidate) : '';
      return {
        found: candidate !== null,
        isSandboxed: isSandboxed(),
        label,
        picture: factsOf(candidate, pictureUrl),
      };
    },

    candidateOf: (jobId: string): Candidate | null => claims.get(jobId)?.candidate ?? null,
    addressOf: (jobId: string, index: number): string => claims.get(jobId)?.addresses[index] ?? '',
    forget: (jobId: string): void => void claims.delete(jobId),
  };
}
