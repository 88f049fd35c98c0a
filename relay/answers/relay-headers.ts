const preflightSeconds = 86_400;

/**
 * Allows every origin, because a Figma plugin's is `null` and cannot be told from others. What protects
 * the relay is the token, which a browser never attaches by itself, and a cookie that counts for own pages only.
 */
export function withRelayHeaders(answer: Response): Response {
  // The relay's own pages go by a cookie, and are nobody else's to read.
  if (!answer.headers.has('Content-Security-Policy')) {
    answer.headers.set('Access-Control-Allow-Origin', '*');
    answer.headers.set('Access-Control-Expose-Headers', 'Date, Retry-After');
  }
  // Only files of the web app say otherwise.
  if (!answer.headers.has('Cache-Control')) answer.headers.set('Cache-Control', 'no-store');
  answer.headers.set('X-Content-Type-Options', 'nosniff');
  return answer;
}

export function preflightAnswer(): Response {
  return new Response(null, {
    status: 204,
    headers: {
      'Access-Control-Allow-Methods': 'GET, POST, OPTIONS',
      'Access-Control-Allow-Headers': 'Authorization, Content-Type',
      'Access-Control-Max-Age': String(preflightSeconds),
    },
  });
}
