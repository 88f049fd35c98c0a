import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { type Answer, html, json, plainText } from '../http/answer.ts';
import type { ActiveFault, FaultDesk } from './faults.ts';

type Wire = { request: IncomingMessage; response: ServerResponse };

async function stream({ response }: Wire, { status, headers, events }: Answer): Promise<void> {
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  response.writeHead(status, headers);
  response.flushHeaders();
  for await (const text of events?.(gone.signal) ?? []) response.write(text);
  response.end();
}

function send(wire: Wire, answer: Answer): void {
  const { response } = wire;
  if (answer.events) {
    stream(wire, answer).catch((error: unknown) => response.destroy(error as Error));
    return;
  }
  response.writeHead(answer.status, {
    ...answer.headers,
    'content-length': String(Buffer.byteLength(answer.body)),
  });
  response.end(answer.body);
}

function sendHalf({ response }: Wire, answer: Answer): void {
  const bytes = Buffer.from(answer.body);
  response.writeHead(answer.status, { ...answer.headers, 'content-length': String(bytes.byteLength) });
  response.write(bytes.subarray(0, bytes.byteLength >> 1), () => response.destroy());
}

function scripted(action: Extract<ActiveFault['action'], { kind: 'status' }>): Answer {
  const answer =
    action.html !== undefined
      ? html(action.html, action.status)
      : action.json !== undefined
        ? json(action.json, action.status)
        : plainText('', action.status);
  Object.assign(answer.headers, action.headers);
  return answer;
}

async function misbehave(wire: Wire, fault: ActiveFault, handle: () => Promise<Answer>): Promise<void> {
  const { action, markHit, released } = fault;
  switch (action.kind) {
    case 'status':
      // Read to the end: a client still sending must get the answer, not a reset.
      wire.request.resume();
      send(wire, scripted(action));
      return markHit();
    case 'hang':
      wire.request.resume();
      return markHit();
    case 'drop':
      wire.request.socket.destroy();
      return markHit();
    case 'repeatAndDrop':
    case 'dropAfter':
      await handle();
      if (action.kind === 'repeatAndDrop') await handle();
      wire.request.socket.destroy();
      return markHit();
    case 'truncate':
      sendHalf(wire, await handle());
      return markHit();
    case 'holdBefore':
      markHit();
      await released;
      return send(wire, await handle());
    case 'holdAfter': {
      const answer = await handle();
      markHit();
      await released;
      return send(wire, answer);
    }
    case 'delay':
      markHit();
      await wait(action.delayMs);
      return send(wire, await handle());
  }
}

/** Answers a request, unless a fault has something else in mind. */
export async function respond(
  wire: Wire,
  name: { method: string; path: string },
  faults: FaultDesk,
  handle: () => Promise<Answer>,
): Promise<void> {
  const fault = faults.takeForRequest(name);
  if (fault !== null) return misbehave(wire, fault, handle);
  send(wire, await handle());
}
