import type { DeviceBook } from '../members/device-book.ts';
import type { MemberBook } from '../members/member-book.ts';
import type { KeyKeeper } from '../upstream/key-keeper.ts';
import { cliWords } from './cli-words.ts';
import { type RelayFile, writeRelayFile } from './relay-file.ts';

type Move = {
  path: string;
  file: RelayFile;
  books: { members: MemberBook; devices: DeviceBook };
  key: KeyKeeper;
  print(text: string): void;
};

/**
 * Takes the API key and the members out of the settings file, where earlier versions kept them, into the data.
 * Their tokens stay good. A file that cannot be written is read again at every start: what was taken over once is
 * left alone then, whatever an admin has made of it since.
 */
export async function moveIntoData({ path, file, books, key, print }: Move): Promise<void> {
  const { apiKey, members, ...settings } = file;
  if (apiKey === undefined && members.length === 0) return;
  const isKeyNews = apiKey !== undefined && (await key.state()) === 'missing';
  if (isKeyNews) await key.replace(apiKey);
  for (const { name, tokenHash } of members) {
    if (await books.devices.hasKnown(tokenHash)) continue;
    const rights = { role: 'member', deployments: null } as const;
    const { id } = (await books.members.byName(name)) ?? (await books.members.add({ name, ...rights }));
    await books.devices.adopt(id, cliWords.earlierDevice, tokenHash);
  }
  const isWritten = await writeRelayFile(path, settings).then(
    () => true,
    () => false,
  );
  print(isWritten ? cliWords.movedIntoData(path) : cliWords.cannotMove(path));
  if (apiKey !== undefined && (await key.read()) !== apiKey) print(cliWords.keyNotTaken(path));
}
