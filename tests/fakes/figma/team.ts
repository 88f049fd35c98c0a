import { createHash, randomUUID } from 'node:crypto';
import { serveRelay } from '../../../relay/serve.ts';
import { type StandIn, type StandInOptions, startStandIn } from '../../stand-in/stand-in.ts';

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
  const token = randomUUID();
  const relay = await serveRelay({
    port: 0,
    upstream: standIn.baseUrl,
    apiKey: standIn.apiKey,
    members: [{ name: 'Ada', tokenHash: createHash('sha256').update(token).digest('hex') }],
    pictureHosts: ['localhost'],
    log: () => {},
  });
  let isRelayOn = true;
  const closeRelay = async () => {
    if (isRelayOn) await relay.close();
    isRelayOn = false;
  };
  return {
    standIn,
    relayUrl: relay.url,
    token,
    closeRelay,
    async close() {
      await closeRelay();
      await standIn.close();
    },
  };
}
