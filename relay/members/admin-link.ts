import type { DeviceBook } from './device-book.ts';
import type { InvitationBook } from './invitation-book.ts';
import type { Member } from './member.ts';
import type { MemberBook } from './member-book.ts';

type Books = { members: MemberBook; devices: DeviceBook; invitations: InvitationBook };

/** For the person at the terminal, who opens it at once. */
const adminLinkDays = 1;

/** Whether nobody can let people in: no admin has a device. */
export async function hasNoAdmin({ members, devices }: Books): Promise<boolean> {
  const admins = (await members.list()).filter(({ role }) => role === 'admin');
  const theirs = await Promise.all(admins.map(({ id }) => devices.of(id)));
  return theirs.flat().length === 0;
}

/** An invitation code for an admin: the one of that name, else the first, else a new one. */
export async function createAdminCode(books: Books, name = ''): Promise<string> {
  const admin = await findAdmin(books.members, name);
  return books.invitations.create(admin.id, adminLinkDays);
}

/**
 * Takes on a code that whoever runs the relay has made, where there is no terminal to print one on. Each works once
 * and for a day from the moment it was first seen: taking it on again changes nothing.
 */
export async function acceptAdminCode(
  { members, invitations }: Pick<Books, 'members' | 'invitations'>,
  code: string,
): Promise<void> {
  if (await invitations.hasKnown(code)) return;
  const admin = await findAdmin(members, '');
  await invitations.accept(admin.id, code, adminLinkDays);
}

async function findAdmin(members: MemberBook, name: string): Promise<Member> {
  if (name === '') {
    const first = (await members.list()).find(({ role }) => role === 'admin');
    return first ?? members.add({ name: 'Admin', role: 'admin', deployments: null });
  }
  const known = await members.byName(name);
  if (!known) return members.add({ name, role: 'admin', deployments: null });
  if (known.role !== 'admin') await members.change(known.id, { role: 'admin' });
  return known;
}

/** The code is behind the `#`: browsers send that to nobody, so it gets into no log on the way. */
export function invitationLink(relayUrl: string, code: string): string {
  return `${relayUrl}/join#${code}`;
}
