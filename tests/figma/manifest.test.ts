import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buildFigmaPlugin } from '../../scripts/build/figma-plugin.ts';
import { buildPlugin } from '../fakes/figma/build-plugin.ts';

const reasoning = expect.stringContaining('relay');

test('without a relay the manifest lets the plugin reach this machine while it is developed, and nothing else', async () => {
  const { manifest, uiJs } = await buildPlugin();
  const devAllowedDomains = ['http://localhost:3017'];
  expect(manifest.networkAccess).toEqual({ allowedDomains: ['none'], devAllowedDomains, reasoning });
  expect(uiJs.includes('http://localhost:3017')).toBe(true);
});

test('built for a relay it names that origin, the reason, and nothing else', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'restyle-plugin-'));
  try {
    await buildFigmaPlugin('https://relay.example.com/api', folder);
    const manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8'));
    expect(manifest.networkAccess).toEqual({ allowedDomains: ['https://relay.example.com'], reasoning });
    const panel = await readFile(join(folder, 'build/ui.js'), 'utf8');
    expect(panel.includes('https://relay.example.com')).toBe(true);
    expect(panel.includes('http://localhost:3017')).toBe(false);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test.each(['http://relay.example.com', 'https://10.0.0.7', 'https://[::1]:3017', 'relay.example.com', '*'])(
  '%s is no address that Figma takes, or that a token should go to',
  async (relay) => {
    await expect(buildFigmaPlugin(relay, '/nowhere')).rejects.toThrow('https://relay.example.com');
  },
);
