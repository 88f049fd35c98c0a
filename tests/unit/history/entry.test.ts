import { describe, expect, it } from 'vitest';
import { entryOf, outdatedEntry, picturesOf } from '#shared/history/entry.ts';
import { done, extras } from '../../fakes/history-fixtures.ts';
import { jobIn } from '../../fakes/job-fixtures.ts';

describe('an entry', () => {
  it('says what its job was', () => {
    const job = jobIn(done, { enteredAtMs: { done: jobIn(done).createdAtMs + 9_000 } });
    expect(entryOf(job, extras)).toMatchObject({
      state: 'done',
      totalMs: 9_000,
      favourite: false,
      rating: null,
    });
  });

  it('is made of no job that goes on', () => {
    expect(() => entryOf(jobIn({ name: 'created' }), extras)).toThrow('created');
  });

  it('names the new picture of a job that was run again before it is written anew', () => {
    const error = { code: 'run-failed', detail: '' } as const;
    const before = entryOf(jobIn({ name: 'failed', error, runId: 'run', retryFrom: null }), extras);
    const outdated = outdatedEntry({ ...before, favourite: true }, jobIn(done));
    expect(outdated.pictureKeys).toEqual(['sha256-source', 'sha256-result']);
    expect(outdated).toMatchObject({ isOutdated: true, state: 'failed', favourite: true });
    expect(entryOf(jobIn(done), extras)).not.toHaveProperty('isOutdated');
  });

  it('keeps the prepared picture only while the job may go on with it', () => {
    const uploading = { name: 'uploading', inputKey: 'input', inputMimeType: 'image/png' } as const;
    const error = { code: 'unreachable', detail: '' } as const;
    const failed = jobIn({ name: 'failed', error, runId: null, retryFrom: uploading });
    expect(picturesOf(jobIn(uploading))).toContain('input');
    expect(picturesOf(failed)).toContain('input');
    expect(picturesOf(jobIn(done))).toEqual(['sha256-source', 'sha256-result']);
  });
});
