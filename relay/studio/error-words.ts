import type { ErrorData } from '#shared/errors/app-error.ts';
import { webAppErrors } from '#shared/i18n/en/web-app.ts';
import type { ErrorText } from '#shared/i18n/error-text.ts';
import { errorWords } from '#shared/i18n/error-words.ts';

/** The words for an error, as far as it means something else on a page of the relay. */
export function studioErrorWords(error: ErrorData): ErrorText {
  const { other: _, ...words } = errorWords(error, { engine: 'comfydeploy' });
  const own = webAppErrors[error.code];
  return own
    ? { ...words, ...own, advice: (own.advice ?? words.advice).replace('{detail}', error.detail) }
    : words;
}
