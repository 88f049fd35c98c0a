import type { HttpFetch } from '#shared/ports.ts';
import type { RequestLogEntry } from './request-log.ts';

/** Somebody who may use the relay. The token itself is never kept, only its SHA-256 in hex. */
export type Member = { name: string; tokenHash: string };

/** A fixed list, or a function asked on every request, so that a revoked token stops at once. */
export type MemberSource = readonly Member[] | (() => Promise<readonly Member[]>);

export type RelayConfig = {
  /** Base of ComfyDeploy's API, e.g. `https://api.comfydeploy.com/api`. */
  upstream: string;
  apiKey: string;
  members: MemberSource;
  /** Hosts results may be fetched from; see `parsePictureHost` for the patterns. */
  pictureHosts?: readonly string[];
  fetch: HttpFetch;
  /** Takes one entry a request; writes JSON lines to the console when left out. */
  log?: (entry: RequestLogEntry) => void;
  /**
   * Whether a name leads into a private network. Node answers it with DNS (`node/private-hosts.ts`);
   * Workers cannot reach private networks and leave it out.
   */
  isPrivateHost?: (hostname: string) => Promise<boolean>;
};

export const comfyDeployUpstream = 'https://api.comfydeploy.com/api';

/** Where ComfyDeploy keeps results: S3, in the default bucket or in the team's own. */
export const defaultPictureHosts: readonly string[] = ['*.amazonaws.com'];
