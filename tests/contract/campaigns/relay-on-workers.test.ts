import { describe } from 'vitest';
import { isWhole } from '../../campaign.ts';
import { chooseRuntime } from '../relay/runtime.ts';

const subjects = [
  'access',
  'admin',
  'extension',
  'key-custody',
  'lost-answer',
  'many-predictions',
  'picture',
  'picture-hosts',
  'predictions',
  'rights',
  'runs',
  'session',
  'streaming',
  'upstream-failure',
  'whole-path',
];

// `npm test` has a sample of its own: relay/workers.test.ts.
describe.runIf(isWhole)('on Workers', { timeout: 60_000 }, async () => {
  chooseRuntime('workers');
  for (const subject of subjects) {
    describe(subject, async () => {
      await import(`../relay/${subject}.test.ts`);
    });
  }
});
