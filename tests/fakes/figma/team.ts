import { serveRelay } from '../../../relay/serve.ts';
import { type StandIn, type StandInOptions, startStandIn } from '../../stand-in/stand-in.ts';
import { seedData } from '../relay/seeded-data.ts';

export type Team = {
  standIn: StandIn;
  /** Origin of the team's relay. */
  relayUrl: string;
  /** A member's token. */
  token: string;
  closeRelay(): Promise<void>;
  close(): Promise<void>;
};

/** A team with a relay in front of its ComfyDeploy, as Figma needs it. */
export async function startTeam(options: StandInOptions = {}): Promise<Team> {
  const standIn = await startStandIn(options);
  const data = await seedData([{ name: 'Ada' }]);
  const relay = await serveRelay({
    port: 0,
    upstream: standIn.baseUrl,
    apiKey: standIn.apiKey,
    ...data,
    pictureHosts: ['localhost'],
    log: () => {},
  });
  let isRelayOn = true;
  const closeRelay = async () => {
    if (isRelayOn) await relay.close().finally(data.database.close);
    isRelayOn = false;
  };
  return {
    standIn,
    relayUrl: relay.url,
    token: data.tokens.Ada ?? '',
    closeRelay,
    async close() {
      await closeRelay();
      await standIn.close();
    },
  };
}
