import type { Member, MemberSource } from '../relay-config.ts';
import { hashToken } from './member-token.ts';

export type MemberFinder = (request: Request) => Promise<Member | null>;

/** Who is calling, by the bearer token. Single sign-on would be another `MemberFinder`. */
export function createMemberFinder(members: MemberSource): MemberFinder {
  return async (request) => {
    const token = bearerToken(request.headers.get('authorization'));
    if (token === null) return null;
    const tokenHash = await hashToken(token);
    return findByHash(typeof members === 'function' ? await members() : members, tokenHash);
  };
}

function bearerToken(header: string | null): string | null {
  return /^Bearer +(\S+)$/i.exec(header ?? '')?.[1] ?? null;
}

/** Looks at every member, also after a match, so that timing tells nothing about the list. */
function findByHash(members: readonly Member[], tokenHash: string): Member | null {
  let found: Member | null = null;
  for (const member of members) {
    if (isEqualInConstantTime(member.tokenHash, tokenHash)) found = member;
  }
  return found;
}

function isEqualInConstantTime(left: string, right: string): boolean {
  let difference = left.length ^ right.length;
  for (let index = 0; index < right.length; index += 1) {
    difference |= left.charCodeAt(index) ^ right.charCodeAt(index);
  }
  return difference === 0;
}
