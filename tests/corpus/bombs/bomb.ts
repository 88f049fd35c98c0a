import type { ServerResponse } from 'node:http';
import type { ErrorCode } from '#shared/errors/codes.ts';

/** A picture made to cost whoever opens it memory or time. */
export type Bomb = {
  name: string;
  serve(answer: ServerResponse): void;
  /** What the person is told; `null` where a picture may come out, for nothing of it is dangerous. */
  says: readonly ErrorCode[] | null;
};

const megabyte = Buffer.alloc(1024 * 1024);

/** A file in one piece. */
export function file(
  name: string,
  make: () => Uint8Array,
  says: Bomb['says'],
  headers: Record<string, string> = {},
): Bomb {
  return {
    name,
    says,
    serve(answer) {
      const bytes = make();
      answer.writeHead(200, { 'Content-Type': 'image/png', 'Content-Length': bytes.length, ...headers });
      answer.end(bytes);
    },
  };
}

/**
 * A stream that goes on until nobody listens: `piece` every `everyMs`, or as fast as it is taken. The page that shows
 * it gets the beginning alone: left to itself, Chromium takes gigabytes of it before anybody asks for the picture.
 */
export function endless(
  name: string,
  begin: Uint8Array,
  everyMs: number,
  piece: Uint8Array = megabyte,
): Bomb {
  return {
    name,
    says: ['picture-too-slow', 'picture-too-large'],
    serve(answer) {
      answer.writeHead(200, { 'Content-Type': 'image/png', 'Cache-Control': 'no-store' });
      answer.write(begin);
      if (answer.req.headers['sec-fetch-dest'] === 'image') return;
      if (everyMs > 0) {
        const timer = setInterval(() => answer.write(piece), everyMs);
        answer.on('close', () => clearInterval(timer));
        return;
      }
      const pour = () => {
        while (!answer.destroyed && answer.write(piece));
      };
      answer.on('drain', pour);
      pour();
    },
  };
}

/** The same, and another picture for the page itself: the browser would be busy with the bomb before anybody asks. */
export function unseen(bomb: Bomb, harmless: () => Uint8Array): Bomb {
  return {
    ...bomb,
    serve(answer) {
      if (answer.req.headers['sec-fetch-dest'] !== 'image') return bomb.serve(answer);
      answer.writeHead(200, { 'Content-Type': 'image/png', 'Cache-Control': 'no-store' });
      answer.end(harmless());
    },
  };
}
