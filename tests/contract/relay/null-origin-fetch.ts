import type { HttpFetch } from '#shared/ports.ts';

const simpleHeaders: ReadonlySet<string> = new Set(['accept', 'accept-language', 'content-language']);

/**
 * `fetch` as a Figma plugin has it: origin `null`, held to CORS the way a browser does it, preflight
 * included (https://fetch.spec.whatwg.org/#http-cors-protocol).
 */
export const nullOriginFetch: HttpFetch = async (url, init = {}) => {
  const headers = new Headers(init.headers);
  headers.set('Origin', 'null');
  const method = init.method ?? 'GET';
  const named = [...headers.keys()].filter((name) => name !== 'origin' && !simpleHeaders.has(name));
  if (named.length > 0) await preflight(url, method, named);
  const answer = await fetch(url, { ...init, headers });
  if (!isOpenToNull(answer)) throw new TypeError('Failed to fetch: blocked by CORS');
  return answer;
};

async function preflight(url: string, method: string, names: readonly string[]): Promise<void> {
  const answer = await fetch(url, {
    method: 'OPTIONS',
    headers: {
      Origin: 'null',
      'Access-Control-Request-Method': method,
      'Access-Control-Request-Headers': names.join(','),
    },
  });
  const methods = listed(answer, 'access-control-allow-methods');
  const headers = listed(answer, 'access-control-allow-headers');
  const isAllowed = methods.includes(method.toLowerCase()) && names.every((name) => headers.includes(name));
  if (!answer.ok || !isOpenToNull(answer) || !isAllowed) {
    throw new TypeError('Failed to fetch: the preflight was refused');
  }
}

function isOpenToNull(answer: Response): boolean {
  return ['*', 'null'].includes(answer.headers.get('access-control-allow-origin') ?? '');
}

function listed(answer: Response, name: string): string[] {
  return (answer.headers.get(name) ?? '').split(',').map((item) => item.trim().toLowerCase());
}
