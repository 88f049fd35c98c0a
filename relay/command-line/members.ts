import { AppError } from '#shared/errors/app-error.ts';
import { createMemberToken, hashToken } from '../access/member-token.ts';
import { readRelayFile, writeMembers } from './relay-file.ts';

/** Adds a member to the file and answers their token: the only moment at which it exists in clear. */
export async function addMember(path: string, name: string): Promise<string> {
  if (name === '') throw new AppError('invalid-input', 'Say whom to add: add-member NAME');
  const file = await readRelayFile(path);
  if (file.members.some((member) => member.name === name)) {
    throw new AppError(
      'invalid-input',
      `${name} has a token already. Use remove-member first to replace it.`,
    );
  }
  const token = createMemberToken();
  await writeMembers(path, file, [...file.members, { name, tokenHash: await hashToken(token) }]);
  return token;
}

/** Takes a member off the list; a relay that is running refuses their token from the next request on. */
export async function removeMember(path: string, name: string): Promise<void> {
  const file = await readRelayFile(path);
  const others = file.members.filter((member) => member.name !== name);
  if (others.length === file.members.length) {
    throw new AppError('invalid-input', `There is no member called "${name}".`);
  }
  await writeMembers(path, file, others);
}

export async function memberNames(path: string): Promise<string[]> {
  return (await readRelayFile(path)).members.map((member) => member.name);
}
