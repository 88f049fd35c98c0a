import { randomBytes } from 'node:crypto';
import { createInvitationCode } from '../access/secrets.ts';
import { masterKeyBytes } from '../settings/parse-master-key.ts';
import { cliWords } from './cli-words.ts';

/** What a Worker is to be given before its first start: it has no folder for a master key, and no terminal for a link. */
export function workerSecrets(): string {
  return cliWords.workerSecrets(randomBytes(masterKeyBytes).toString('base64'), createInvitationCode());
}
