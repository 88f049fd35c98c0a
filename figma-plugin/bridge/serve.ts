import { AppError, toErrorData } from '#shared/errors/app-error.ts';
import {
  type Answer,
  type Channel,
  type EventName,
  type EventValue,
  isRequestMessage,
  type Params,
  type RequestName,
  requests,
} from './messages.ts';

type Reply<T> = [T] extends [undefined] ? Promise<void> | undefined : Promise<T> | T;
export type Handlers = { [N in RequestName]: (params: Params<N>) => Reply<Answer<N>> };

/** The main thread's side of the bridge: answers well-formed requests, ignores everything else. */
export function serveRequests(channel: Channel, handlers: Handlers): void {
  channel.listen(async (message) => {
    if (!isRequestMessage(message)) return;
    const { id, name, params } = message;
    try {
      channel.post({ restyle: 'answer', id, value: await handle(handlers, name, params) });
    } catch (error) {
      channel.post({ restyle: 'refusal', id, error: toErrorData(error) });
    }
  });
}

async function handle<N extends RequestName>(handlers: Handlers, name: N, params: unknown): Promise<unknown> {
  if (!requests[name].params(params)) throw new AppError('unknown', `"${name}" was asked in an unknown form`);
  return handlers[name](params as Params<N>);
}

export function sendEvent<N extends EventName>(channel: Channel, name: N, value: EventValue<N>): void {
  channel.post({ restyle: 'event', name, value });
}
