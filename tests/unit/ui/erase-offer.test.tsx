// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import { dataWords } from '#shared/i18n/en/data.ts';
import type { Job } from '#shared/jobs/job.ts';
import { EraseOffer } from '../../../extension/features/data/erase-offer.tsx';
import type { Services } from '../../../extension/platform/services.ts';
import { jobIn } from '../../fakes/job-fixtures.ts';

const words = dataWords.erase;

afterEach(cleanup);

test('a picture that began while the question stood there is waited for', async () => {
  const unfinished: Job[] = [];
  const journal = { listUnfinished: async () => unfinished };
  const database = Promise.reject(new Error('Something was erased.'));
  database.catch(() => {});
  render(<EraseOffer services={{ journal, database } as unknown as Services} />);
  fireEvent.click(screen.getByRole('button', { name: words.button }));
  const confirm = await screen.findByRole('button', { name: words.confirm });
  unfinished.push(jobIn({ name: 'preparing' }));
  fireEvent.click(confirm);
  expect(await screen.findByText(words.busy)).toBeTruthy();
});
