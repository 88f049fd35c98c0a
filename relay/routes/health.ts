import { relayVersion } from '../version.ts';
import type { OpenRoute } from './route.ts';

/** Says that a relay is here; needs no token, so that a settings form can check an address alone. */
export const healthRoute: OpenRoute = {
  method: 'GET',
  pattern: '/health',
  access: 'open',
  handle: () => Response.json({ status: 'ok', relay: 'restyle', version: relayVersion }),
};
