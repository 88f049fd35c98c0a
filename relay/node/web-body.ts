import type { IncomingMessage } from 'node:http';

/**
 * What a client sends, as a web stream that takes a chunk only when one is asked for. Not
 * `Readable.toWeb`: cancelling that destroys the socket, and with it the answer that says why an upload
 * was refused. Cancelling this one lets the rest run into the void.
 */
export function toWebBody(incoming: IncomingMessage): ReadableStream<Uint8Array> {
  let isConnected = false;
  let disconnect = () => {};
  return new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        if (!isConnected) disconnect = connect(incoming, controller);
        isConnected = true;
        incoming.resume();
      },
      cancel() {
        disconnect();
        incoming.resume();
      },
    },
    { highWaterMark: 0 },
  );
}

/** Passes on what comes and pauses after each chunk. Answers how to stop that. */
function connect(
  incoming: IncomingMessage,
  controller: ReadableStreamDefaultController<Uint8Array>,
): () => void {
  const onData = (chunk: Uint8Array) => {
    incoming.pause();
    controller.enqueue(chunk);
  };
  const onEnd = () => controller.close();
  incoming.on('data', onData).on('end', onEnd);
  // Stays for good: an `error` without a listener, such as a client that leaves, would end the process.
  incoming.on('error', (error) => controller.error(error));
  return () => incoming.off('data', onData).off('end', onEnd);
}
