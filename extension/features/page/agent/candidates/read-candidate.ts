import type { ReadAnswer } from '../../messages.ts';
import { readPicture } from '../read-picture.ts';
import type { Candidate } from './candidate.ts';

/** The bytes of a candidate as the page itself may read them. */
export async function readCandidate({ urls }: Candidate): Promise<ReadAnswer> {
  const reasons: string[] = [];
  for (const url of urls) {
    const read = await readPicture(url);
    if (read.ok) return read;
    reasons.push(read.reason);
  }
  return { ok: false, reason: reasons.join('; ') || 'it is in no file' };
}
