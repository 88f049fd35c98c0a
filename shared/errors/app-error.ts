import { type ErrorCode, isErrorCode } from '#shared/errors/codes.ts';

/** An error as plain data: crosses messages, storage and process borders unchanged. */
export type ErrorData = {
  code: ErrorCode;
  /** Technical sentence for "copy details". Never holds a key, a token or picture bytes. */
  detail: string;
  /** HTTP status of the answer that caused it. */
  status?: number;
  /** Host the person may have to allow or ask about, e.g. `cdn.example.com`. */
  host?: string;
  /** Web address of that host, where a person can look for themselves: `https://api.example.com`. */
  origin?: string;
  runId?: string;
};

/** The one error class of the core. Branch on `code`; `instanceof` does not survive messages. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly data: ErrorData;

  constructor(code: ErrorCode, detail: string, facts: Omit<ErrorData, 'code' | 'detail'> = {}) {
    super(`${code}: ${detail}`);
    this.name = 'AppError';
    this.code = code;
    this.data = { code, detail, ...facts };
  }
}

export function isAppError(error: unknown): error is AppError {
  return error instanceof Error && isErrorCode((error as { code?: unknown }).code);
}

/** Any thrown value as error data. An abort becomes `cancelled`, the unforeseen `unknown`. */
export function toErrorData(error: unknown): ErrorData {
  if (isAppError(error)) return error.data;
  if (error instanceof Error && error.name === 'AbortError') {
    return { code: 'cancelled', detail: error.message };
  }
  const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return { code: 'unknown', detail };
}
