import { extname } from 'node:path';
import { type Answer, failure, json } from '../http/answer.ts';
import type { Exchange } from '../http/exchange.ts';
import { createFileId } from '../storage/object-store.ts';
import { signLink } from '../storage/signed-link.ts';
import type { Call, Route } from './route.ts';
import { type Complaint, missing, unprocessable } from './validation.ts';

/** Python's `mimetypes`, as far as anybody uploads; it does not know `.webp`. */
const typeByExtension: Readonly<Record<string, string>> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.bmp': 'image/bmp',
  '.svg': 'image/svg+xml',
  '.tif': 'image/tiff',
  '.tiff': 'image/tiff',
  '.mp4': 'video/mp4',
  '.webm': 'video/webm',
  '.mp3': 'audio/mpeg',
  '.wav': 'audio/x-wav',
  '.zip': 'application/zip',
  '.json': 'application/json',
  '.txt': 'text/plain',
  '.html': 'text/html',
  '.css': 'text/css',
  '.csv': 'text/csv',
};

const prefixes: readonly (readonly [start: string, prefix: string])[] = [
  ['video/', 'vid'],
  ['audio/', 'audio'],
  ['image/', 'img'],
  ['application/zip', 'zip'],
];

const prefixFor = (contentType: string) =>
  prefixes.find(([start]) => contentType.startsWith(start))?.[1] ?? 'file';

async function readFile(exchange: Exchange): Promise<File | Answer> {
  const contentType = exchange.header('content-type') ?? '';
  const body = await exchange.body();
  const absent = unprocessable([missing(['body', 'file'], null)]);
  if (!contentType.startsWith('multipart/form-data')) return absent;
  const form = await new Response(body, { headers: { 'content-type': contentType } })
    .formData()
    .catch(() => null);
  if (form === null) return failure(400, 'There was an error parsing the body');
  const file = form.get('file');
  if (file === null) return absent;
  if (typeof file !== 'string') return file;
  const error = "Expected UploadFile, received: <class 'str'>";
  const complaint: Complaint = {
    type: 'value_error',
    loc: ['body', 'file'],
    msg: `Value error, ${error}`,
    input: file,
    ctx: { error: {} },
  };
  return unprocessable([complaint]);
}

async function upload({ world, exchange }: Call): Promise<Answer> {
  const file = await readFile(exchange);
  if (!(file instanceof File)) return file;
  const extension = extname(file.name);
  const contentType = typeByExtension[extension.toLowerCase()] ?? 'application/octet-stream';
  if (contentType.startsWith('text/')) return failure(400, 'Unsupported file type');
  if (file.size > world.settings.uploadLimitBytes) {
    return failure(
      400,
      `File size exceeds ${Math.floor(world.settings.uploadLimitBytes / 1024 / 1024)}MB limit`,
    );
  }
  const id = createFileId(prefixFor(contentType));
  const key = `inputs/${id}${extension}`;
  world.objects.put(key, { bytes: new Uint8Array(await file.arrayBuffer()), contentType, isPublic: true });
  return json({
    message: 'File uploaded successfully',
    file_id: id,
    file_name: file.name,
    file_url: `${world.storageUrl}/${key}`,
  });
}

function presign({ world, exchange: { query } }: Call): Answer {
  const fileName = query.get('file_name');
  const contentType = query.get('type');
  const absent = ['file_name', 'type'].filter((name) => !query.has(name));
  if (fileName === null || contentType === null) {
    return unprocessable(absent.map((name) => missing(['query', name], null)));
  }
  const id = createFileId(prefixFor(contentType));
  const folder = (query.get('parent_path') ?? '/').replace(/^\/+|\/+$/g, '');
  const path = [folder, `${id}${extname(fileName)}`].filter((part) => part !== '').join('/');
  const key = `assets/${path}`;
  const link = signLink({
    method: 'PUT',
    key,
    signedAtMs: world.clock.nowMs(),
    expiresSeconds: 3600,
    contentType,
  });
  return json({
    url: `${world.storageUrl}/${key}?${link}`,
    download_url: `${world.storageUrl}/${key}`,
    file_id: id,
    db_path: path,
    is_public: true,
  });
}

export const fileRoutes: readonly Route[] = [
  { method: 'POST', path: '/file/upload', handle: upload },
  { method: 'GET', path: '/assets/presigned-url', handle: presign },
];
