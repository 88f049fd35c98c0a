import { runTool } from './run.ts';

/** Builds the plugin for one relay, named by its origin; without one, for a relay on this machine. */
export async function buildFigmaPlugin(
  relay: string | undefined,
  output = 'dist/figma-plugin',
): Promise<string> {
  const args = ['--minify', '--output', output];
  await runTool('build-figma-plugin', args, relay ? { RESTYLE_RELAY: originFor(relay) } : {});
  return output;
}

/**
 * Figma's manifest takes no address of numbers, and a team's token is worth more than plain http.
 * https://developers.figma.com/docs/plugins/manifest/#networkaccess
 */
function originFor(relay: string): string {
  const url = URL.parse(relay);
  const isLocal = url?.protocol === 'http:' && url.hostname === 'localhost';
  const isNamed = url?.protocol === 'https:' && !/^[\d.]+$|^\[/.test(url.hostname);
  if (url && (isLocal || isNamed)) return url.origin;
  throw new Error(`--relay ${relay}: Figma needs an address like https://relay.example.com`);
}
