import { createServer } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';

export type Tunnel = { prefs: Readonly<Record<string, unknown>>; close(): void };

/** Leads all that Firefox asks for over TLS to one port of this machine, whatever the name it asks for. */
export async function openTunnel(port: number): Promise<Tunnel> {
  const ends = new Set<Socket>();
  const server = createServer();
  server.on('connect', (_, client: Socket) => {
    const there = connect(port, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      there.pipe(client).pipe(there);
    });
    for (const end of [client, there]) {
      ends.add(end);
      end.on('error', () => end.destroy());
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const own = (server.address() as AddressInfo).port;
  return {
    prefs: { 'network.proxy.type': 1, 'network.proxy.ssl': '127.0.0.1', 'network.proxy.ssl_port': own },
    close() {
      for (const end of ends) end.destroy();
      server.close();
    },
  };
}
