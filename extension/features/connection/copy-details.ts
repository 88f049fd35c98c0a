import type { ErrorData } from '#shared/errors/app-error.ts';
import { errorDetails } from '#shared/i18n/error-words.ts';

export function copyDetails(error: ErrorData): void {
  void navigator.clipboard.writeText(errorDetails(error));
}
