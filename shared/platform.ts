import type { Clock, Ids, OpenSocket } from '#shared/ports.ts';

/** The clock of the machine. */
export const systemClock: Clock = {
  nowMs: () => Date.now(),
  monotonicMs: () => performance.now(),
  sleep: (delayMs, signal) =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      const stop = () => {
        clearTimeout(timer);
        reject(signal?.reason);
      };
      const timer = setTimeout(() => {
        signal?.removeEventListener('abort', stop);
        resolve();
      }, delayMs);
      signal?.addEventListener('abort', stop, { once: true });
    }),
};

/** Random numbers of the platform. `crypto.randomUUID` is missing in Figma's frames, so built by hand. */
export const systemIds: Ids = {
  uuid() {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
  },
  seed: () => Math.max(1, crypto.getRandomValues(new Uint32Array(1))[0] ?? 1),
};

/** The platform's own WebSocket, as workers, pages and Node have it. */
export const openSocket: OpenSocket = (url, { hello, onFrame, signal }) =>
  new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const socket = new WebSocket(url);
    const close = () => {
      socket.close();
      // The other side may take its time to agree.
      resolve();
    };
    socket.binaryType = 'arraybuffer';
    socket.onopen = () => socket.send(hello);
    socket.onmessage = ({ data }) => {
      if (!signal.aborted) onFrame(typeof data === 'string' ? data : new Uint8Array(data));
    };
    socket.onclose = () => {
      signal.removeEventListener('abort', close);
      resolve();
    };
    signal.addEventListener('abort', close, { once: true });
  });
