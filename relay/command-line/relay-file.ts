import { randomUUID } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { AppError } from '#shared/errors/app-error.ts';
import * as z from '#shared/zod.ts';
import { parseOr } from '../settings/parse-or.ts';
import { settingFields } from '../settings/setting-fields.ts';

const memberSchema = z.object({
  name: z.string('must be a text').check(z.minLength(1, 'must not be empty')),
  tokenHash: z.string('must be a text').check(z.regex(/^[0-9a-f]{64}$/, 'must be a SHA-256 in hex')),
});

/**
 * `apiKey` and `members` are how earlier versions kept what now lies in the data folder. Loose, so that what a
 * newer version wrote survives.
 */
const relayFileSchema = z.looseObject({
  ...z.partial(z.object(settingFields)).shape,
  members: z._default(z.array(memberSchema), []),
});

export type RelayFile = z.infer<typeof relayFileSchema>;

/** The configuration file; a missing one counts as empty. Rejects with `not-configured` when it is broken. */
export async function readRelayFile(path: string): Promise<RelayFile> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '{}';
    throw new AppError('not-configured', `${path} cannot be read (${error.code}).`);
  });
  return parseOr(relayFileSchema, parsedJson(text, path), path);
}

function parsedJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new AppError('not-configured', `${path} is not valid JSON.`);
  }
}

/** In one step, so that nobody ever reads half a file; readable to its owner only. */
export async function writeRelayFile(path: string, file: Partial<RelayFile>): Promise<void> {
  const written = `${path}.${randomUUID()}`;
  await writeFile(written, `${JSON.stringify(file, null, 2)}\n`, { mode: 0o600 });
  await rename(written, path);
}
