const secretBytes = 32;

/** A device's token: 256 random bits, and a prefix by which people and secret scanners know it. */
export function createToken(): string {
  return `restyle_${randomText()}`;
}

const sessionPrefix = 'restyle_session_';

/** The token of a browser that is signed in to the relay's own pages, and of nothing else. */
export function createSessionToken(): string {
  return `${sessionPrefix}${randomText()}`;
}

export function isSessionToken(token: string): boolean {
  return token.startsWith(sessionPrefix);
}

/** What an invitation link carries: it is good for one token, once. */
export function createInvitationCode(): string {
  return `invitation_${randomText()}`;
}

function randomText(): string {
  const random = crypto.getRandomValues(new Uint8Array(secretBytes));
  const base64 = btoa(String.fromCharCode(...random));
  return base64.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** SHA-256 in hex. No salt and no stretching: nobody can guess 256 random bits. */
export async function hashSecret(secret: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(secret));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
