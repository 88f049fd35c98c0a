import { AppError } from '#shared/errors/app-error.ts';

/** The match pattern of an address's host. Ports are no part of a match pattern. Raises `invalid-input`. */
export function hostPatternOf(url: string): string {
  const parsed = URL.parse(url);
  if (!parsed) throw new AppError('invalid-input', `"${url}" is not a web address.`);
  return `${parsed.protocol}//${parsed.hostname}/*`;
}
