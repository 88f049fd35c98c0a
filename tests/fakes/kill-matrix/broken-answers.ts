import type { KillCase } from './cases.ts';

export const connectionBroke = () => new TypeError('fetch failed');
const ranOutOfTime = () => new DOMException('The operation timed out', 'TimeoutError');

const html = { 'content-type': 'text/html' };
const oops = new TextEncoder().encode('<html><title>500</title>oops</html>');

/**
 * What a client gets that lives on when something breaks after the server has done its part:
 * nothing, an error page, or headers as they came and a body that breaks half-way.
 */
export async function brokenAnswer({ moment, blow }: KillCase, answer: Response | null): Promise<Response> {
  const hasBody = moment === 'body pending';
  const error = blow === 'timeout after commit' ? ranOutOfTime() : connectionBroke();
  if (blow === '500 after commit')
    return new Response(hasBody ? breaking(oops, error) : oops, { status: 500, headers: html });
  if (!answer || !hasBody) throw error;
  const bytes = new Uint8Array(await answer.arrayBuffer());
  return new Response(breaking(bytes, error), { status: answer.status, headers: answer.headers });
}

function breaking(bytes: Uint8Array, error: unknown): ReadableStream<Uint8Array> {
  let isSent = false;
  return new ReadableStream({
    pull(controller) {
      if (isSent) return controller.error(error);
      isSent = true;
      controller.enqueue(bytes.subarray(0, Math.max(1, bytes.length >> 1)));
    },
  });
}
