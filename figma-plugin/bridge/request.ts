import { AppError } from '#shared/errors/app-error.ts';
import type { Clock, Ids } from '#shared/ports.ts';
import {
  type Answer,
  type Channel,
  type EventName,
  type EventValue,
  events,
  isAnswerMessage,
  isEventMessage,
  isRefusalMessage,
  type Params,
  type RequestName,
  requests,
} from './messages.ts';

/** Exporting a very large frame takes Figma seconds; a minute means it will not come. */
const answerTimeoutMs = 60_000;

type Waiting = { resolve(value: unknown): void; reject(error: unknown): void };
type Hear = (value: never) => void;

export type MainThread = {
  /** Raises what the main thread refused with, `timeout` when it stays silent, or the signal's reason. */
  request<N extends RequestName>(name: N, params: Params<N>, signal?: AbortSignal): Promise<Answer<N>>;
  on<N extends EventName>(name: N, hear: (value: EventValue<N>) => void): void;
};

/**
 * The panel's side of the bridge. Answers are matched by an unguessable id, since messages from
 * other frames look exactly like Figma's.
 */
export function connectToMainThread(deps: { channel: Channel; clock: Clock; ids: Ids }): MainThread {
  const { channel, clock, ids } = deps;
  const waiting = new Map<string, Waiting>();
  const listeners = new Map<EventName, Hear>();

  channel.listen((message) => {
    if (isAnswerMessage(message)) waiting.get(message.id)?.resolve(message.value);
    else if (isRefusalMessage(message)) waiting.get(message.id)?.reject(refusalError(message.error));
    else if (isEventMessage(message) && events[message.name](message.value)) {
      listeners.get(message.name)?.(message.value as never);
    }
  });

  async function request<N extends RequestName>(name: N, params: Params<N>, signal?: AbortSignal) {
    signal?.throwIfAborted();
    const id = ids.uuid();
    const done = new AbortController();
    const stop = signal ? AbortSignal.any([signal, done.signal]) : done.signal;
    const answer = new Promise<unknown>((resolve, reject) => waiting.set(id, { resolve, reject }));
    const silence = clock.sleep(answerTimeoutMs, stop).then(() => {
      throw new AppError('timeout', `Figma did not answer "${name}"`);
    });
    try {
      channel.post({ restyle: 'request', id, name, params });
      return checked(name, await Promise.race([answer, silence]));
    } finally {
      waiting.delete(id);
      done.abort();
    }
  }

  return { request, on: (name, hear) => void listeners.set(name, hear as Hear) };
}

function refusalError({ code, detail, ...facts }: AppError['data']): AppError {
  return new AppError(code, detail, facts);
}

function checked<N extends RequestName>(name: N, value: unknown): Answer<N> {
  if (requests[name].answer(value)) return value as Answer<N>;
  throw new AppError('unknown', `Figma answered "${name}" in an unknown form`);
}
