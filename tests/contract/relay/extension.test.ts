import { expect, onTestFinished, test } from 'vitest';
import { testConnection } from '#shared/connection/test-connection.ts';
import { listDeployments } from '#shared/engines/comfydeploy/deployments.ts';
import { createComfyDeployEngine } from '#shared/engines/comfydeploy/engine.ts';
import { systemClock as clock } from '#shared/platform.ts';
import { startStandIn } from '../../stand-in/stand-in.ts';
import { startRelay } from './relay-fixture.ts';

test('serves the extension as a server of one’s own would: list, connection test, and a large upload', async () => {
  const standIn = await startStandIn({ megapixels: 0.02 });
  onTestFinished(() => standIn.close());
  const { baseUrl: upstream, apiKey, deploymentId, plainDeploymentId } = standIn;
  const members = [{ name: 'Ada' }, { name: 'Joan', deployments: [plainDeploymentId] }];
  const relay = await startRelay({ upstream, apiKey, members });
  const ports = { fetch, clock };
  const draft = { baseUrl: relay.url, apiKey: relay.token, deploymentId, storageOrigins: '' };
  const connection = await testConnection(draft, ports);
  expect(connection.baseUrl).toBe(`${relay.url}/api`);
  expect(connection.prices).toHaveProperty('L40S');

  const listAs = async (name: string) => {
    const found = await listDeployments({
      ...ports,
      baseUrl: connection.baseUrl,
      apiKey: relay.data.tokens[name] ?? '',
    });
    return found.map(({ id }) => id);
  };
  expect((await listAs('Ada')).toSorted()).toEqual([deploymentId, plainDeploymentId].toSorted());
  expect(await listAs('Joan')).toEqual([plainDeploymentId]);

  const engine = createComfyDeployEngine({ ...ports, ...draft, baseUrl: connection.baseUrl });
  const bytes = new Uint8Array(6 * 1024 * 1024);
  bytes.set([0xff, 0xd8, 0xff, 0xe0]);
  const address = await engine.upload({ bytes, mimeType: 'image/jpeg', fileName: 'large.jpg' });
  expect((await (await fetch(address)).arrayBuffer()).byteLength).toBe(bytes.length);
});
