import type { ErrorData } from '#shared/errors/app-error.ts';
import { type ErrorText, errorTexts } from '#shared/i18n/en/errors.ts';

/** The words for an error, with its host and detail filled in. */
export function errorWords(error: ErrorData): ErrorText {
  const text = errorTexts[error.code];
  const fill = (template: string) =>
    template
      .replace('{host}', error.host ?? 'the server')
      .replace('{detail}', error.detail)
      .trim();
  return { ...text, title: fill(text.title), advice: fill(text.advice), button: fill(text.button) };
}

/** Everything a supporter needs, and nothing secret: `detail` never holds a key. */
export function errorDetails(error: ErrorData): string {
  return Object.entries(error)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n');
}
