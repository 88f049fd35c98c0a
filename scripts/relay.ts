/** `npm run relay [-- COMMAND]`: the relay on this machine, with its web app as new as its sources. */
import { buildIfStale } from './build/if-stale.ts';

await buildIfStale(['web']).catch((error: unknown) => {
  // The rest of the relay needs no build; its page says what is missing.
  console.error(`The web app could not be built, and is left as it was:\n${error}`);
});
await import('../relay/main.ts');
