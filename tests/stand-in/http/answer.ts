/** What a handler gives back; `http/server.ts` puts it on the wire. */
export type Answer = {
  status: number;
  headers: Record<string, string>;
  body: Uint8Array | string;
  /** Goes on, instead of a body, for as long as there is something to say and somebody listens. */
  events?: (signal: AbortSignal) => AsyncIterable<string>;
};

export function json(value: unknown, status = 200): Answer {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(value) };
}

/** An error as FastAPI words it. */
export function failure(status: number, detail: unknown): Answer {
  return json({ detail }, status);
}

export function plainText(text: string, status: number): Answer {
  return { status, headers: { 'content-type': 'text/plain; charset=utf-8' }, body: text };
}

export function html(markup: string, status: number): Answer {
  return { status, headers: { 'content-type': 'text/html; charset=utf-8' }, body: markup };
}

/** An exception nobody caught on the server. */
export const internalServerError = plainText('Internal Server Error', 500);
