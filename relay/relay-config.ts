import type { Bytes, Clock, HttpFetch } from '#shared/ports.ts';
import type { InPlace } from './limits/places.ts';
import type { RequestLogEntry } from './request-log.ts';
import type { OpenRoute } from './routes/route.ts';
import type { Database } from './store/database.ts';

export type RelayConfig = {
  /** Base of ComfyDeploy's API, e.g. `https://api.comfydeploy.com/api`. */
  upstream: string;
  /** With the newest schema (`store/migrate.ts`). */
  database: Database;
  /** 32 bytes, under which the API key lies in the database. */
  masterKey: Bytes;
  /** An API key that wins over the one in the database, for as long as the relay runs. */
  apiKey?: string | undefined;
  /** Hosts results may be fetched from; see `parsePictureHost` for the patterns. */
  pictureHosts?: readonly string[] | undefined;
  /** Deployment of predictions that name none. */
  deployment?: string | undefined;
  /** How people reach the relay, e.g. `https://relay.example.com`; left out, the request tells. */
  publicUrl?: string | undefined;
  limits?: Partial<RelayLimits> | undefined;
  /** How many predictions are held in memory at once, and how the others wait; eight in order when left out. */
  predictionPlaces?: InPlace;
  /** Further things for everybody, such as the files of a web app; the relay's own routes come first. */
  openRoutes?: readonly OpenRoute[];
  fetch: HttpFetch;
  /** Like `fetch`, for addresses that strangers name: it reaches the public internet only. */
  publicFetch: HttpFetch;
  clock?: Clock;
  /** Takes one entry a request; writes JSON lines to the console when left out. */
  log?: (entry: RequestLogEntry) => void;
  /**
   * Whether a name leads into a private network. Node answers it with DNS (`node/private-hosts.ts`);
   * Workers cannot reach private networks and leave it out.
   */
  isPrivateHost?: (hostname: string) => Promise<boolean>;
};

export type RelayLimits = {
  /** Of one member, all calls together. */
  requestsPerMinute: number;
  /** Of one member. */
  runsPerMinute: number;
  /** Of the picture of a prediction. */
  predictionPictureBytes: number;
  /** Runs whose end is looked for in one go. */
  settledAtOnce: number;
};

/** Far above what a batch of pictures with its looks takes, far below what a mistake in a loop does. */
export const defaultLimits: RelayLimits = {
  requestsPerMinute: 1_200,
  runsPerMinute: 60,
  // As everywhere in Restyle.
  predictionPictureBytes: 25 * 1024 * 1024,
  settledAtOnce: 20,
};

export const comfyDeployUpstream = 'https://api.comfydeploy.com/api';

/** Where ComfyDeploy keeps results: S3, in the default bucket or in the team's own. */
export const defaultPictureHosts: readonly string[] = ['*.amazonaws.com'];
