import { presetHeader } from '#shared/engines/http/relay-preset.ts';

const preflightSeconds = 86_400;

/**
 * Allows every origin, because a Figma plugin's is `null` and cannot be told from others. What protects
 * the relay is the token, which a browser never attaches by itself.
 */
export function withRelayHeaders(answer: Response): Response {
  // The relay's own pages go by a cookie, and are nobody else's to read.
  if (!answer.headers.has('Content-Security-Policy')) {
    answer.headers.set('Access-Control-Allow-Origin', '*');
    answer.headers.set('Access-Control-Expose-Headers', 'Date, Retry-After');
  }
  // What may be kept says so itself: files whose name changes with what is in them.
  if (!answer.headers.has('Cache-Control')) answer.headers.set('Cache-Control', 'no-store');
  answer.headers.set('X-Content-Type-Options', 'nosniff');
  return answer;
}

export function preflightAnswer(): Response {
  return new Response(null, {
    status: 204,
    headers: {
      'Access-Control-Allow-Methods': 'GET, POST, OPTIONS',
      'Access-Control-Allow-Headers': `Authorization, Content-Type, ${presetHeader}`,
      'Access-Control-Max-Age': String(preflightSeconds),
    },
  });
}
