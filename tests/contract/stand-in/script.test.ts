import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const script = fileURLToPath(new URL('../../../scripts/stand-in.ts', import.meta.url));

function start(args: string[]) {
  const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const output = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk) => {
    output.stdout += chunk;
  });
  child.stderr.on('data', (chunk) => {
    output.stderr += chunk;
  });
  return { child, output };
}

it('prints one line of JSON, serves, and ends on SIGTERM', async () => {
  const { child, output } = start(['--json', '--port', '0']);
  await once(child.stdout, 'data');
  expect(output.stdout.trimEnd().split('\n').length).toBe(1);
  const printed = JSON.parse(output.stdout);
  expect(Object.keys(printed)).toEqual(['baseUrl', 'apiKey', 'deploymentId', 'storageUrl', 'ledgerUrl']);
  const headers = { authorization: `Bearer ${printed.apiKey}` };
  expect((await fetch(`${printed.baseUrl}/deployment/${printed.deploymentId}`, { headers })).status).toBe(
    200,
  );
  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([0, null]);
});

it('says in one sentence that a port it was asked for is taken', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const { port } = taken.address() as { port: number };
  const { child, output } = start(['--port', String(port)]);
  const [code] = await once(child, 'close');
  taken.close();
  expect([code, output.stderr, output.stdout]).toEqual([
    1,
    expect.stringMatching(/^Port .* in use\.\n$/),
    '',
  ]);
});
