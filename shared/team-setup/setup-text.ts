import { pack, unpack } from '#shared/connection/pack.ts';
import { parseJson } from '#shared/engines/http/parse-json.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { teamSetupWords } from '#shared/i18n/en/team-setup.ts';
import { parseTeamSetup, type TeamSetup } from '#shared/team-setup/team-setup.ts';

/** What a setup's text begins with, after a page's address in a link: `…/welcome.html#setup=…`. */
const mark = 'setup=';

/** A setup's file as one line to send in a message, or to put behind a page's address. */
export async function setupToText(file: string): Promise<string> {
  const packed = await pack(JSON.stringify(JSON.parse(file)));
  return mark + packed.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/**
 * A setup from whatever a person has of it: the file's text, the line, or a link that ends with it, also with
 * what a messenger made of it: quotes and line breaks. Raises `invalid-input` when it is none.
 */
export async function readTeamSetup(text: string): Promise<TeamSetup> {
  const trimmed = text.trim();
  const stored = trimmed.startsWith('{') ? parseJson(trimmed) : await inText(trimmed);
  const setup = parseTeamSetup(stored);
  if (setup) return setup;
  throw new AppError('invalid-input', teamSetupWords.import.notAText);
}

async function inText(text: string): Promise<unknown> {
  const at = text.indexOf(mark);
  if (at === -1) return null;
  const packed = text
    .slice(at + mark.length)
    .replace(/[^\w-]/g, '')
    .replaceAll('-', '+')
    .replaceAll('_', '/');
  // Cut off on its way, it can be neither decoded nor unfolded.
  return unpack(packed).then(parseJson, () => null);
}
