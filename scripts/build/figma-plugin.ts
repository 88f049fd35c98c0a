import { runTool } from './run.ts';

/** Builds the plugin for one relay, named by its origin; without one, for a relay on this machine. */
export async function buildFigmaPlugin(relay: string | undefined): Promise<string> {
  const args = ['--minify', '--output', 'dist/figma-plugin'];
  await runTool('build-figma-plugin', args, relay ? { RESTYLE_RELAY: new URL(relay).origin } : {});
  return 'dist/figma-plugin';
}
