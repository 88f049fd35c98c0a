import { systemClock } from '#shared/platform.ts';
import { createDeviceBook, type DeviceBook } from '../members/device-book.ts';
import { createInvitationBook, type InvitationBook } from '../members/invitation-book.ts';
import { createMemberBook, type MemberBook } from '../members/member-book.ts';
import { type DataFolder, openDataFolder } from '../node/data-folder.ts';
import { createKeyKeeper } from '../upstream/key-keeper.ts';
import type { Flags } from './flags.ts';
import { moveIntoData } from './move-into-data.ts';
import { readRelayFile } from './relay-file.ts';
import { type RelaySettings, relaySettings } from './settings.ts';
import type { Environment, Terminal } from './terminal.ts';

export type Books = { members: MemberBook; devices: DeviceBook; invitations: InvitationBook };

export type OpenedRelay = { settings: RelaySettings; data: DataFolder; books: Books };

/** Settings and data of the relay that a command is about; what earlier versions kept is taken over first. */
export async function openRelay(
  flags: Flags,
  environment: Environment,
  terminal: Terminal,
): Promise<OpenedRelay> {
  const file = await readRelayFile(flags.config);
  const settings = relaySettings(flags, environment, file);
  const data = await openDataFolder(settings.data, environment.RELAY_MASTER_KEY);
  const { database } = data;
  const books = {
    members: createMemberBook(database, systemClock.nowMs),
    devices: createDeviceBook(database, systemClock.nowMs),
    invitations: createInvitationBook(database, systemClock.nowMs),
  };
  await moveIntoData({ path: flags.config, file, books, key: createKeyKeeper(data), print: terminal.print });
  return { settings, data, books };
}
