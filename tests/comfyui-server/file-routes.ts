import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { type Answer, json, plainText } from '../stand-in/http/answer.ts';
import type { Exchange } from '../stand-in/http/exchange.ts';
import type { FileStore, Folder } from './file-store.ts';
import type { ServerOptions } from './options.ts';

const empty = (status: number): Answer => ({ status, headers: {}, body: '' });

/** `POST /upload/image`: takes whatever it gets; nothing checks that it is a picture. */
export async function upload(exchange: Exchange, files: FileStore, options: ServerOptions): Promise<Answer> {
  const body = await exchange.body();
  if (body.byteLength > options.maxUploadBytes) {
    const limits = `${options.maxUploadBytes} exceeded, actual body size ${body.byteLength}`;
    return plainText(`Maximum request body size ${limits}`, 413);
  }
  const image = await partNamed('image', body, exchange.header('content-type'));
  if (!image) return empty(400);
  const bytes = new Uint8Array(await image.arrayBuffer());
  // Comfy Cloud keeps files by their content, whatever they were called.
  const hash = createHash('sha256').update(bytes).digest('hex');
  const wanted = options.dialect === 'cloud' ? `${hash}.${image.name.split('.').at(-1)}` : image.name;
  return json({ name: files.upload(wanted, { bytes, mimeType: image.type }), subfolder: '', type: 'input' });
}

async function partNamed(
  name: string,
  body: Uint8Array<ArrayBuffer>,
  type: string | null,
): Promise<File | null> {
  if (!type?.startsWith('multipart/form-data')) return null;
  const part = (await new Response(body, { headers: { 'content-type': type } }).formData()).get(name);
  return part instanceof File ? part : null;
}

const folders: readonly string[] = ['input', 'temp', 'output'];

/** `GET /view`. Comfy Cloud sends to its storage, but for one channel answers itself. */
export async function view(
  { query }: Exchange,
  files: FileStore,
  { dialect }: ServerOptions,
): Promise<Answer> {
  const [name, folder] = [query.get('filename'), query.get('type') ?? 'output'];
  if (!name) return empty(404);
  if (name.includes('..') || name.startsWith('/') || !folders.includes(folder)) return empty(400);
  const file = files.get(folder as Folder, name);
  if (!file) return empty(404);
  const isWhole = query.get('channel') === null;
  if (dialect === 'cloud' && isWhole) {
    return { status: 302, headers: { location: 'http://127.0.0.1:9/signed' }, body: '' };
  }
  const body = isWhole ? file.bytes : await sharp(file.bytes).removeAlpha().png().toBuffer();
  const headers = { 'content-type': isWhole ? file.mimeType : 'image/png' };
  return { status: 200, headers: { ...headers, 'content-disposition': `filename="${name}"` }, body };
}
