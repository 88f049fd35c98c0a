import type { StandInClock } from '../clock.ts';
import type { Answer } from '../http/answer.ts';
import type { Exchange } from '../http/exchange.ts';
import type { ObjectStore } from './object-store.ts';
import { checkLink } from './signed-link.ts';

function refuse(status: number, code: string, message: string): Answer {
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${message}</Message></Error>`;
  return { status, headers: { 'content-type': 'application/xml' }, body };
}

const accessDenied = () => refuse(403, 'AccessDenied', 'Access Denied');
const expired = () => refuse(403, 'AccessDenied', 'Request has expired');
const wrongSignature = () =>
  refuse(
    403,
    'SignatureDoesNotMatch',
    'The request signature we calculated does not match the signature you provided.',
  );

type Verdict = ReturnType<typeof checkLink>;

function read(objects: ObjectStore, exchange: Exchange, key: string, verdict: Verdict): Answer {
  const object = objects.get(key);
  // As S3 does for those who may not list the bucket: what is missing and what is forbidden look alike.
  if (object === null) return accessDenied();
  if (!object.isPublic && verdict !== 'valid') {
    objects.countRefusal(key);
    if (verdict === 'expired') return expired();
    return verdict === 'wrong' ? wrongSignature() : accessDenied();
  }
  const headers = { 'content-type': object.contentType, 'accept-ranges': 'bytes' };
  return { status: 200, headers, body: exchange.method === 'HEAD' ? '' : object.bytes };
}

async function write(
  objects: ObjectStore,
  exchange: Exchange,
  key: string,
  verdict: Verdict,
): Promise<Answer> {
  const bytes = await exchange.body();
  if (verdict === 'expired') return expired();
  if (verdict === 'wrong') return wrongSignature();
  if (verdict === 'unsigned') return accessDenied();
  const contentType = exchange.header('content-type') ?? 'binary/octet-stream';
  objects.put(key, { bytes, contentType, isPublic: true });
  return { status: 200, headers: {}, body: '' };
}

/** An S3 bucket: no CORS rules, no keys, public objects under unguessable names. */
export function createStorageHandler(objects: ObjectStore, clock: StandInClock) {
  return async (exchange: Exchange): Promise<Answer> => {
    const key = exchange.path.slice(1);
    if (exchange.header('authorization') !== null) {
      return refuse(400, 'InvalidArgument', 'Unsupported Authorization Type');
    }
    const contentType = exchange.header('content-type') ?? '';
    const verdict = checkLink(
      { method: exchange.method, key, query: exchange.query, contentType },
      clock.nowMs(),
    );
    switch (exchange.method) {
      case 'GET':
      case 'HEAD':
        return read(objects, exchange, key, verdict);
      case 'PUT':
        return write(objects, exchange, key, verdict);
      case 'OPTIONS':
        return refuse(403, 'AccessForbidden', 'CORSResponse: CORS is not enabled for this bucket.');
      default:
        return refuse(405, 'MethodNotAllowed', 'The specified method is not allowed against this resource.');
    }
  };
}
