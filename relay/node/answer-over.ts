import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as NodeReadableStream } from 'node:stream/web';
import { problemAnswer } from '../answers/answers.ts';
import { withRelayHeaders } from '../answers/relay-headers.ts';
import type { RelayHandler } from '../relay.ts';
import { words } from '../words.ts';
import { packed } from './packed.ts';
import { isSmall } from './small-body.ts';
import { toWebRequest } from './web-request.ts';

/** Serves one Node request by the handler. Settles when nothing is left to do; never rejects. */
export async function answerOver(
  relay: RelayHandler,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const clientLeft = new AbortController();
  outgoing.once('close', () => {
    if (!outgoing.writableFinished) clientLeft.abort();
  });
  const answer = await answerOf(relay, incoming, clientLeft.signal);
  await write(answer, outgoing).catch(() => outgoing.destroy());
  incoming.resume();
}

async function answerOf(
  relay: RelayHandler,
  incoming: IncomingMessage,
  signal: AbortSignal,
): Promise<Response> {
  try {
    const request = toWebRequest(incoming, signal);
    return packed(await relay(request), request);
  } catch {
    // Only `new Request` gets here, over a method or a target that the web does not know.
    return withRelayHeaders(problemAnswer(400, 'invalid-input', words.malformedRequest));
  }
}

async function write(answer: Response, outgoing: ServerResponse): Promise<void> {
  outgoing.writeHead(answer.status, Object.fromEntries(answer.headers));
  if (!answer.body) {
    outgoing.end();
    return;
  }
  if (isSmall(answer.headers)) {
    outgoing.end(new Uint8Array(await answer.arrayBuffer()));
    return;
  }
  // The DOM's and Node's types of one and the same class do not know of each other.
  await pipeline(Readable.fromWeb(answer.body as NodeReadableStream), outgoing);
}
