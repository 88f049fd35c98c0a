import { createInvitationBook } from '../../../relay/members/invitation-book.ts';
import { createMemberBook } from '../../../relay/members/member-book.ts';
import { serveRelay } from '../../../relay/serve.ts';
import { type StandIn, type StandInOptions, startStandIn } from '../../stand-in/stand-in.ts';
import { seedData } from './seeded-data.ts';

export type StudioStage = {
  standIn: StandIn;
  /** Of the web app. */
  url: string;
  /** A new one for Joan, who is a member. */
  invitation(): Promise<string>;
  /** A new one for Ada, who is an admin. */
  adminInvitation(): Promise<string>;
  /** Every line the relay has logged. */
  log: unknown[];
  close(): Promise<void>;
};

/** The web app as people have it: a relay with the team's key, ComfyDeploy behind it, and an invitation. */
export async function openStudioStage(options: StandInOptions): Promise<StudioStage> {
  const standIn = await startStandIn(options);
  const data = await seedData([]);
  const log: unknown[] = [];
  const relay = await serveRelay({
    ...data,
    port: 0,
    upstream: standIn.baseUrl,
    apiKey: standIn.apiKey,
    pictureHosts: [new URL(standIn.storageUrl).host],
    log: (line) => log.push(line),
  });
  const joan = { name: 'Joan', role: 'member', deployments: null } as const;
  const members = createMemberBook(data.database, Date.now);
  const { id } = await members.add(joan);
  const ada = await members.add({ name: 'Ada', role: 'admin', deployments: null });
  const invitations = createInvitationBook(data.database, Date.now);
  return {
    standIn,
    url: `${relay.url}/studio`,
    invitation: async () => `${relay.url}/join#${await invitations.create(id)}`,
    adminInvitation: async () => `${relay.url}/join#${await invitations.create(ada.id)}`,
    log,
    async close() {
      await relay.close();
      data.database.close();
      await standIn.close();
    },
  };
}
