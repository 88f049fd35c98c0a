import { withImports } from './scripts/build/with-imports.mjs';

/** What the panel needs in any case, for `AbortSignal.any`: code for older browsers would only be longer. */
const target = ['chrome116', 'firefox124', 'safari17.4'];

/** The panel's settings start with the relay it was built for; its pictures are in the bundle. */
export default function panelBuild(options) {
  const built = { ...withImports(options), target, loader: { ...options.loader, '.webp': 'dataurl' } };
  const relay = process.env.RESTYLE_RELAY;
  if (!relay) return built;
  return { ...built, define: { ...options.define, RESTYLE_RELAY: JSON.stringify(relay) } };
}
