/** The relay with its data on the disk and members in it: `fork(this, [upstream, folder, members])`. */
import { createDeviceBook } from '../../../relay/members/device-book.ts';
import { createMemberBook } from '../../../relay/members/member-book.ts';
import { openDataFolder } from '../../../relay/node/data-folder.ts';
import { serveRelay } from '../../../relay/serve.ts';

const [upstream = '', folder = '', members = '0'] = process.argv.slice(2);

const data = await openDataFolder(folder, undefined);
const tokens: string[] = [];
for (let index = 0; index < Number(members); index += 1) {
  const member = { name: `Member ${index}`, role: 'member', deployments: null } as const;
  const { id } = await createMemberBook(data.database, Date.now).add(member);
  tokens.push(await createDeviceBook(data.database, Date.now).add(id, 'A bench'));
}
const { url } = await serveRelay({
  port: 0,
  ...data,
  upstream: `${upstream}/api`,
  apiKey: 'key',
  pictureHosts: ['127.0.0.1'],
  limits: { requestsPerMinute: Number.POSITIVE_INFINITY, runsPerMinute: Number.POSITIVE_INFINITY },
  log: () => {},
});
process.send?.({ url, tokens });
