import type { Bytes } from '#shared/ports.ts';

const maxLineLength = 64 * 1024;

/**
 * The `data:` lines of an event stream, one by one, until it ends (HTML standard, 9.2.6; other fields
 * and comments are passed over). A line that is too long is dropped.
 */
export async function* readEventData(body: ReadableStream<Bytes>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  const reader = body.getReader();
  let rest = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      const lines = (rest + decoder.decode(value, { stream: true })).split(/\r?\n/);
      rest = (lines.pop() ?? '').slice(0, maxLineLength);
      for (const line of lines) {
        if (line.startsWith('data:')) yield line.slice('data:'.length).trim();
      }
    }
  } finally {
    await reader.cancel().catch(() => {});
  }
}
