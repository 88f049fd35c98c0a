import type { EngineId } from '#shared/engines/engine.ts';
import type { ErrorData } from '#shared/errors/app-error.ts';
import { readErrorCode } from '#shared/errors/codes.ts';
import { chargeWords, engineNouns, someEngine } from '#shared/i18n/en/engines.ts';
import { errorTexts } from '#shared/i18n/en/errors.ts';
import { connectingTexts } from '#shared/i18n/en/network-errors.ts';
import type { ErrorText } from '#shared/i18n/error-text.ts';

/** Whose error it is, and where it is met. */
export type ErrorPlace = {
  /** The engine the job used; left out where none had a part in it. */
  engine?: EngineId | null;
  /** Whether the server is only being connected, so that its address may be wrong. */
  isConnecting?: boolean;
};

/** The words for an error of any version, with its host, its detail and the engine's name filled in. */
export function errorWords(error: ErrorData, { engine, isConnecting }: ErrorPlace = {}): ErrorText {
  const code = readErrorCode(error.code) ?? 'unknown';
  const text = { ...errorTexts[code], ...(isConnecting && connectingTexts[code]) };
  const fill = (template: string) => fillIn(template, error, engine ?? null);
  const words = { ...text, title: fill(text.title), advice: fill(text.advice), button: fill(text.button) };
  if (!text.other) return words;
  const other = { ...text.other, button: fill(text.other.button) };
  if (error.origin !== undefined) return { ...words, other };
  // There is no address to open: what is left is the way that needs none.
  const { other: _, ...single } = words;
  return other.action === 'open-address' ? single : { ...single, ...other };
}

function fillIn(template: string, { host, detail }: ErrorData, engine: EngineId | null): string {
  const noun = engine ? engineNouns[engine] : someEngine.noun;
  const charge = engine ? chargeWords[engine] : someEngine.charge;
  return template
    .replace(/(^|[.:?] )\{engine\}/g, (_, start) => `${start}${raised(noun)}`)
    .replaceAll('{engine}', noun)
    .replaceAll('{host}', host ?? 'the server')
    .replace('{charge}', charge)
    .replace('{detail}', () => detail)
    .trim();
}

function raised(noun: string): string {
  return noun.charAt(0).toUpperCase() + noun.slice(1);
}

/** Everything a supporter needs, and nothing secret: `detail` never holds a key. */
export function errorDetails(error: ErrorData): string {
  return Object.entries(error)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n');
}
