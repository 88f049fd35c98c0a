import type { DeviceBook } from '../members/device-book.ts';
import type { Caller } from '../members/member.ts';

export type MemberFinder = (request: Request) => Promise<Caller | null>;

/** Who is calling, by the bearer token. Single sign-on would be another `MemberFinder`. */
export function createMemberFinder(devices: DeviceBook): MemberFinder {
  return async (request) => {
    const token = bearerToken(request.headers.get('authorization'));
    return token === null ? null : devices.callerOf(token);
  };
}

function bearerToken(header: string | null): string | null {
  return /^Bearer +(\S+)$/i.exec(header ?? '')?.[1] ?? null;
}
