const tokenPrefix = 'restyle_';
const tokenBytes = 32;

/** A new token: 256 random bits, and a prefix by which people and secret scanners know it. */
export function createMemberToken(): string {
  const random = crypto.getRandomValues(new Uint8Array(tokenBytes));
  const base64 = btoa(String.fromCharCode(...random));
  return tokenPrefix + base64.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** SHA-256 in hex. No salt and no stretching: nobody can guess a token of 256 random bits. */
export async function hashToken(token: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(token));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
