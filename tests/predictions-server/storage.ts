import { serve } from '../stand-in/http/server.ts';

/** Where finished pictures lie: another origin, which has no business with anybody's key. */
export type Storage = {
  url: string;
  put(name: string, bytes: Uint8Array): string;
  /** Requests that carried an Authorization header. */
  keysSeen(): number;
  close(): Promise<void>;
};

export async function startStorage(): Promise<Storage> {
  const objects = new Map<string, Uint8Array>();
  let keysSeen = 0;
  const server = await serve(0, async (request, response) => {
    if (request.headers.authorization !== undefined) keysSeen += 1;
    const bytes = objects.get(request.url ?? '');
    response.writeHead(bytes ? 200 : 404, { 'content-type': bytes ? 'image/webp' : 'text/plain' });
    response.end(bytes ?? 'gone');
  });
  const url = `http://127.0.0.1:${server.port}`;
  return {
    url,
    put(name, bytes) {
      objects.set(`/${name}`, bytes);
      return `${url}/${name}`;
    },
    keysSeen: () => keysSeen,
    close: server.close,
  };
}
