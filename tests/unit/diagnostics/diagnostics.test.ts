import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Connection } from '#shared/connection/connection.ts';
import { type DiagnosticFacts, writeDiagnostics } from '#shared/diagnostics/diagnostics.ts';
import type { Job } from '#shared/jobs/job.ts';
import { jobIn } from '../../fakes/job-fixtures.ts';

/** A secret in every place that a server, a page or a person writes to. */
function factsWith(secret: string): DiagnosticFacts {
  const error = {
    code: 'unreachable',
    detail: `GET https://${secret}.example.com/?key=${secret}`,
    status: 502,
    host: `${secret}.example.com`,
    origin: `https://${secret}.example.com`,
    runId: secret,
  } as const;
  const plain = jobIn({ name: 'created' });
  const job: Job = {
    ...plain,
    id: secret,
    nonce: secret,
    recipe: {
      ...plain.recipe,
      sourceKey: secret as Job['recipe']['sourceKey'],
      server: `https://${secret}.example.com`,
      deploymentId: secret,
      presetId: secret,
      prompt: secret,
      inputs: { [secret]: secret },
      gpu: secret,
    },
    context: {
      ...plain.context,
      label: secret,
      presetName: secret,
      pictureUrl: `https://${secret}.example.com/a.jpg`,
      page: { host: `${secret}.example.com`, title: secret },
      nodeId: secret,
    },
    trouble: error,
    stage: { name: 'failed', error, runId: secret, retryFrom: null },
  };
  const connection: Connection = {
    version: 1,
    engine: 'comfydeploy',
    baseUrl: `https://${secret}.example.com/api`,
    deploymentId: secret,
    hosts: [`https://${secret}.example.com/*`],
    description: {
      name: secret,
      workflowVersion: secret,
      inputs: [{ id: secret, label: secret, kind: 'picture' } as never],
      outputId: secret,
      gpu: secret,
      roles: { prompt: secret },
    },
    prices: { [secret]: 1 },
    webhook: { host: `${secret}.example.com`, everyStep: false },
  };
  return {
    atMs: 0,
    version: '0.1.0',
    userAgent: 'Browser/1',
    connections: [connection],
    jobs: [job],
    rights: { permissions: ['storage'], origins: [`https://${secret}.example.com/*`], hasAllSites: false },
    sizesBytes: { pictures: 12 },
  };
}

it('holds no key, token, prompt or address, wherever one was', () => {
  const secrets = fc.stringMatching(/^[a-z0-9]{12,40}$/);
  const holdsNone = (text: string) => {
    const written = writeDiagnostics(factsWith(`q${text}`));
    expect(written).not.toContain(text);
    expect(written).not.toContain('example.com');
    expect(written).not.toMatch(/https?:/);
  };
  fc.assert(fc.property(secrets, holdsNone), { numRuns: 100 });
});

it('says what helps: the code, the engine, where it failed, and whether the hosts are allowed', () => {
  const written = JSON.parse(writeDiagnostics(factsWith('secret')));
  expect(written.errors[0]).toMatchObject({ code: 'unreachable', status: 502, stage: 'failed' });
  expect(written.engines[0]).toMatchObject({
    engine: 'comfydeploy',
    server: 'own, of the world',
    inputKinds: ['picture'],
    hostsAllowed: true,
  });
});
