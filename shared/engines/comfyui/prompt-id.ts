import { blobKeyOf } from '#shared/storage/blob-key.ts';

const canonicalUuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * The id under which a job's run is queued, always the same for one nonce, so that a run whose answer
 * was lost can be looked up. Newer servers refuse all but canonical lower-case UUIDs
 * (comfy_execution/jobs.py, validate_job_id): a nonce of another form is hashed into one.
 */
export async function promptIdFor(nonce: string): Promise<string> {
  if (canonicalUuid.test(nonce)) return nonce;
  const hex = (await blobKeyOf(new TextEncoder().encode(nonce))).slice('sha256-'.length);
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');
}
