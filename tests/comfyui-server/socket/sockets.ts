import { createHash } from 'node:crypto';
import { EventEmitter, once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { createExchange } from '../../stand-in/http/exchange.ts';
import { refuse } from '../guard.ts';
import type { ServerOptions } from '../options.ts';
import { decodeText, encodeFrame, isClose } from './frames.ts';

/** Of RFC 6455, section 1.3. */
const magic = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';

type Client = { stream: Duplex; wantsMetadata: boolean };

export type Sockets = ReturnType<typeof createSockets>;

/**
 * `/ws`: one socket a client id, a second one takes the place of the first. Comfy Cloud takes its key
 * as a parameter and tells every socket of an account everything.
 */
export function createSockets(options: ServerOptions) {
  const clients = new Map<string, Client>();
  const streams = new Set<Duplex>();
  const arrivals = new EventEmitter();
  const isCloud = options.dialect === 'cloud';
  const listeners = (clientId: string): Client[] => {
    const [all, own] = [[...clients.values()], clients.get(clientId)];
    return isCloud ? all : own ? [own] : [];
  };

  return {
    accept(request: IncomingMessage, stream: Duplex): void {
      const exchange = createExchange(request);
      const token = exchange.query.get('token');
      const header = (name: string) => (isCloud && name === 'x-api-key' ? token : exchange.header(name));
      const refused = exchange.path === '/ws' ? refuse({ ...exchange, header }, options) : { status: 404 };
      stream.on('error', () => {});
      streams.add(stream);
      if (refused) return void stream.end(`HTTP/1.1 ${refused.status} Refused\r\nConnection: close\r\n\r\n`);
      const client = { stream, wantsMetadata: false };
      const clientId = exchange.query.get('clientId') ?? '';
      stream.on('close', () => clients.delete(clientId));
      stream.on('data', (frame: Buffer) => {
        if (isClose(frame)) return void stream.end();
        client.wantsMetadata ||= decodeText(frame)?.includes('"supports_preview_metadata":true') ?? false;
        clients.set(clientId, client);
        arrivals.emit('arrival');
      });
      stream.write(welcome(exchange.header('sec-websocket-key')));
      stream.write(encodeFrame(JSON.stringify({ type: 'status', data: { sid: clientId } })));
    },

    /** Resolves when that one client listens and has said what it wants. */
    async heard(clientId: string): Promise<void> {
      while (!clients.has(clientId)) await once(arrivals, 'arrival');
    },

    isHeard: (clientId: string) => listeners(clientId).length > 0,

    tell(clientId: string, type: string, data: object): void {
      const message = encodeFrame(JSON.stringify({ type, data }));
      for (const { stream } of listeners(clientId)) stream.write(message);
    },

    /** A JPEG: alone, or for who asked for it with what is known of it. */
    show(clientId: string, picture: Uint8Array, metadata: object): void {
      const json = Buffer.from(JSON.stringify({ ...metadata, image_type: 'image/jpeg' }));
      for (const { stream, wantsMetadata } of listeners(clientId)) {
        const isNamed = wantsMetadata && options.dialect !== 'old';
        const parts = isNamed ? [bigEndian(4, json.length), json, picture] : [bigEndian(1, 1), picture];
        stream.write(encodeFrame(Buffer.concat(parts)));
      }
    },

    close(): void {
      for (const stream of streams) stream.destroy();
    },
  };
}

function welcome(key: string | null): string {
  const accepted = createHash('sha1').update(`${key}${magic}`).digest('base64');
  return (
    'HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n' +
    `Sec-WebSocket-Accept: ${accepted}\r\n\r\n`
  );
}

function bigEndian(kind: number, length: number): Buffer {
  const header = Buffer.alloc(8);
  header.writeUInt32BE(kind, 0);
  header.writeUInt32BE(length, 4);
  return header;
}
