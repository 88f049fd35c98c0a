import { errorFromPictureAnswer } from '#shared/engines/http/answer-error.ts';
import type { Answer, Exchange } from '#shared/engines/http/exchange.ts';
import { interferenceIn } from '#shared/engines/http/interference.ts';
import { parseJson } from '#shared/engines/http/parse-json.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { Bytes } from '#shared/ports.ts';
import type * as z from '#shared/zod.ts';

const maxPictureBytes = 50 * 1024 * 1024;

export type ApiAnswer<T> = {
  data: T;
  /** The server's clock, where the answer tells it. */
  serverNowMs: number | null;
};

/**
 * What a good answer says. Raises `unexpected-answer` for one of another form, and the codes of `interferenceIn`
 * where a company's proxy has put itself in between. `asked` names the question in the error.
 */
export function readAnswer<T>(answer: Answer, schema: z.ZodMiniType<T>, asked: string): ApiAnswer<T> {
  const { status, headers, place } = answer;
  const text = textOf(answer);
  const parsed = schema.safeParse(parseJson(text));
  if (!parsed.success) {
    const code = interferenceIn(status, text) ?? 'unexpected-answer';
    throw new AppError(code, `${asked} answered in an unknown form`, { status, ...place });
  }
  const dateMs = Date.parse(headers.get('date') ?? '');
  return { data: parsed.data, serverNowMs: Number.isNaN(dateMs) ? null : dateMs };
}

export function textOf({ bytes }: Pick<Answer, 'bytes'>): string {
  return new TextDecoder().decode(bytes);
}

/** A picture by its address. Raises the codes of `errorFromPictureAnswer`. */
export async function readPicture({ ask }: Exchange, url: string, signal?: AbortSignal): Promise<Bytes> {
  const answer = await ask(url, { signal }, maxPictureBytes);
  if (answer.ok) return answer.bytes;
  throw errorFromPictureAnswer(answer.status, textOf(answer), answer.place);
}
