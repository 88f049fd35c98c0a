/** `npm run relay [-- COMMAND]`: the relay on this machine, with its web app as new as its sources. */
import { parseFlags } from '../relay/command-line/flags.ts';
import { buildIfStale } from './build/if-stale.ts';

if (isStart(process.argv.slice(2))) {
  await buildIfStale(['web']).catch((error: unknown) => {
    // The rest of the relay needs no build; its page says what is missing.
    console.error(`The web app could not be built, and is left as it was:\n${error}`);
  });
}
await import('../relay/main.ts');

/** Other commands show no page; what cannot be read is for the relay itself to refuse. */
function isStart(args: readonly string[]): boolean {
  try {
    return parseFlags(args).command === 'start';
  } catch {
    return false;
  }
}
