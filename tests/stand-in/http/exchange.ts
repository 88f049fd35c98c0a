import type { IncomingMessage } from 'node:http';

/** One request, read as far as routing needs it. */
export type Exchange = {
  method: string;
  path: string;
  query: URLSearchParams;
  header(name: string): string | null;
  /** The whole body, read once. */
  body(): Promise<Uint8Array<ArrayBuffer>>;
};

async function readAll(request: IncomingMessage): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return new Uint8Array(Buffer.concat(chunks));
}

export function createExchange(request: IncomingMessage): Exchange {
  const url = new URL(request.url ?? '/', 'http://stand-in');
  let body: Promise<Uint8Array<ArrayBuffer>> | undefined;
  return {
    method: request.method ?? 'GET',
    path: decodeURIComponent(url.pathname),
    query: url.searchParams,
    header: (name) => {
      const value = request.headers[name.toLowerCase()];
      return Array.isArray(value) ? value.join(', ') : (value ?? null);
    },
    body: () => {
      body ??= readAll(request);
      return body;
    },
  };
}
