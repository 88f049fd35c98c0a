import type { ErrorData } from '#shared/errors/app-error.ts';
import { figmaErrors } from '#shared/i18n/en/figma-errors.ts';
import type { ErrorText } from '#shared/i18n/error-text.ts';
import { errorWords } from '#shared/i18n/error-words.ts';
import type { Route } from '../connection/route.ts';

/** Where an error is shown: some mean something else on one route, or while connecting. */
export type ErrorPlace = { route: Route | null; isConnecting?: boolean; isAside?: boolean };

/** The words for an error, as far as Figma or the place gives it another meaning. */
export function pluginErrorWords(error: ErrorData, place: ErrorPlace): ErrorText {
  const { route, isConnecting = false, isAside = false } = place;
  const own = {
    ...figmaErrors.all[error.code],
    ...(route && figmaErrors[route][error.code]),
    ...(isConnecting && figmaErrors.connecting[error.code]),
    ...(isAside && figmaErrors.aside[error.code]),
  };
  const fill = (text: string) =>
    text.replace('{host}', error.host ?? 'the server').replace('{detail}', error.detail);
  const engine = route === 'device' ? 'on-device' : 'comfydeploy';
  const words = errorWords(error, { engine, isConnecting });
  return {
    ...words,
    ...own,
    title: own.title ? fill(own.title) : words.title,
    advice: own.advice ? fill(own.advice) : words.advice,
  };
}
