import { normaliseBaseUrl } from '#shared/engines/comfydeploy/base-url.ts';

export const routes = ['relay', 'browser', 'direct', 'device'] as const;
/** How pictures get from Figma to the engine. */
export type Route = (typeof routes)[number];
/** Those by which the panel itself asks a server. */
export type NetworkRoute = Exclude<Route, 'browser' | 'device'>;

/** Put in by `build-figma-plugin.ui.js` where the plugin is built for one team's relay. */
declare const RESTYLE_RELAY: string | undefined;

/** The one relay that the build's manifest lets the plugin reach. */
export const defaultRelayAddress =
  typeof RESTYLE_RELAY === 'string' ? RESTYLE_RELAY : 'http://localhost:3017';

export type RoutePaths = {
  /** Where the engine's API is. */
  baseUrl: string;
  /** Where a result is fetched: storages let no Figma in, so a relay passes pictures on. */
  pictureUrl(url: string): string;
};

/** Raises `invalid-input` when the address is none. */
export function routePaths(route: NetworkRoute, address: string): RoutePaths {
  if (route === 'direct') return { baseUrl: normaliseBaseUrl(address), pictureUrl: (url) => url };
  const root = relayRoot(address);
  return { baseUrl: `${root}/api`, pictureUrl: (url) => `${root}/picture?url=${encodeURIComponent(url)}` };
}

/** A relay's address without the `/api` that people may copy along. */
export function relayRoot(address: string): string {
  return normaliseBaseUrl(address.trim() === '' ? defaultRelayAddress : address).replace(/\/api$/, '');
}
