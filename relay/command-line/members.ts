import { AppError } from '#shared/errors/app-error.ts';
import { cliWords } from './cli-words.ts';
import type { Books } from './open-books.ts';

/** Adds a member, or gives one another token; answers it: the only moment at which it exists in clear. */
export async function addMember({ members, devices }: Books, name: string): Promise<string> {
  if (name === '') throw new AppError('invalid-input', cliWords.nameNeeded);
  const member = await members.add({ name, role: 'member', deployments: null });
  return devices.add(member.id, cliWords.terminalDevice);
}

/** Takes a member off the list; a relay that is running refuses their tokens from the next request on. */
export async function removeMember({ members }: Books, name: string): Promise<void> {
  const member = await members.byName(name);
  if (!member) throw new AppError('invalid-input', cliWords.noSuchMember(name));
  await members.remove(member.id);
}

export async function memberNames({ members }: Books): Promise<string[]> {
  return (await members.list()).map(({ name }) => name);
}
