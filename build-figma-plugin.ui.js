import { asScript } from './scripts/build/as-script.mjs';
import { withStylesInScript } from './scripts/build/styles-in-script.mjs';
import { withImports } from './scripts/build/with-imports.mjs';
import { withoutRefs } from './scripts/build/without-refs.mjs';

/** What the panel needs in any case, for `AbortSignal.any`: code for older browsers would only be longer. */
const target = ['chrome116', 'firefox124', 'safari17.4'];

/** The panel's settings start with the relay it was built for; its picture is in the bundle. */
export default function panelBuild(options) {
  const loader = { ...options.loader, '.webp': 'binary' };
  const built = { ...withImports(options), target, loader, plugins: [withoutRefs, asScript] };
  const relay = process.env.RESTYLE_RELAY;
  if (!relay) return withStylesInScript(built);
  return withStylesInScript({
    ...built,
    define: { ...options.define, RESTYLE_RELAY: JSON.stringify(relay) },
  });
}
