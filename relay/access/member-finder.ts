import type { DeviceBook } from '../members/device-book.ts';
import type { Caller } from '../members/member.ts';
import { callerBySession, callerByToken, isCallOfOwnPage } from './session.ts';

export type MemberFinder = (request: Request) => Promise<Caller | null>;

/**
 * Who is calling: by the bearer token, or, for a page of the relay's own, by its cookie. Single sign-on would be
 * another `MemberFinder`.
 */
export function createMemberFinder(devices: DeviceBook): MemberFinder {
  return async (request) => {
    const header = request.headers.get('authorization');
    if (header === null && isCallOfOwnPage(request, new URL(request.url))) {
      return callerBySession(request, devices);
    }
    const token = bearerToken(header);
    return token === null ? null : callerByToken(token, devices);
  };
}

function bearerToken(header: string | null): string | null {
  return /^Bearer +(\S+)$/i.exec(header ?? '')?.[1] ?? null;
}
