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

/** A stream that goes on until nobody listens: `piece` every `everyMs`, or as fast as it is taken. */
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
      answer.writeHead(200, { 'Content-Type': 'image/png' });
      answer.write(begin);
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
