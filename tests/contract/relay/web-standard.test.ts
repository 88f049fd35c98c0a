import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { expect, test } from 'vitest';

test('the handler needs nothing of Node, so that it runs on Workers as it is', async () => {
  const entry = fileURLToPath(new URL('../../../relay/relay.ts', import.meta.url));
  const options = { bundle: true, write: false, format: 'esm', logLevel: 'silent', metafile: true } as const;
  const { metafile } = await build({ ...options, platform: 'browser', entryPoints: [entry] });
  const inputs = Object.keys(metafile.inputs);
  expect(inputs.length).toBeGreaterThan(10);
  expect(
    inputs.filter((input) => /(^|\/)(node|command-line)\//.test(input.replace(/.*relay\//, ''))),
  ).toEqual([]);
});
