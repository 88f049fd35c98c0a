import { expect, it, onTestFinished } from 'vitest';
import { openEngine } from '#shared/connection/open-engine.ts';
import type { OtherDraft } from '#shared/connection/other-draft.ts';
import { testOther } from '#shared/connection/test-other.ts';
import { createPoliteness } from '#shared/engines/http/politeness.ts';
import { describeHandover } from '#shared/i18n/handover-words.ts';
import { automaticRecipe } from '#shared/jobs/failover.ts';
import { systemIds } from '#shared/platform.ts';
import { startComfyUiServer } from '../../comfyui-server/comfyui-server.ts';
import { connectionTo, createCore, createMemoryDisk } from '../../fakes/core.ts';
import { createSharpPixelCodec } from '../../fakes/sharp-pixel-codec.ts';
import { createVirtualClock } from '../../fakes/virtual-clock.ts';
import { kontextFile } from '../../fixtures/kontext-workflow.ts';
import { startStandIn } from '../../stand-in/stand-in.ts';

const timing = { queueMs: 2, coldStartMs: 2, runMs: 10, archiveMs: 0 };

/** A team's ComfyDeploy and a ComfyUI beside it, and a job runner that knows both. */
async function openBoth(fallbacks: Parameters<typeof automaticRecipe>[1]['fallbacks']) {
  const standIn = await startStandIn({ timing, megapixels: 0.02 });
  const comfyUi = await startComfyUiServer();
  onTestFinished(async () => void (await Promise.all([standIn.close(), comfyUi.close()])));
  const clock = createVirtualClock(Date.now());
  const disk = createMemoryDisk();
  const ports = {
    fetch,
    clock,
    ids: systemIds,
    blobs: disk.blobs,
    pixels: createSharpPixelCodec(),
    politeness: createPoliteness({ clock }),
  };
  const draft: OtherDraft = {
    engine: 'comfyui',
    baseUrl: comfyUi.baseUrl,
    apiKey: '',
    workflowText: kontextFile,
    workflowName: 'Kontext',
  };
  const connections = [await connectionTo(standIn), await testOther(draft, ports)];
  const core = await createCore(standIn, disk, {
    clock,
    fallback: async (job) => automaticRecipe(job, { connections, fallbacks }),
    async workflow({ recipe }) {
      const connection = connections.find(({ engine }) => engine === recipe.engine);
      if (!connection) throw new Error(recipe.engine);
      const key = recipe.engine === 'comfydeploy' ? standIn.apiKey : null;
      const { description, prices } = connection;
      return { engine: openEngine(connection, key, ports), description, prices };
    },
  });
  return { standIn, comfyUi, core };
}

it('goes on with the ComfyUI that the settings name when ComfyDeploy is down, and says so', async () => {
  const { standIn, comfyUi, core } = await openBoth({ comfydeploy: 'comfyui' });
  standIn.faults.add({ match: { path: '/api/' }, times: 'always', action: { kind: 'drop' } });
  const { id } = await core.runner.start(await core.request());
  const job = await core.end(id);
  expect(job.stage.name, JSON.stringify(job.stage)).toBe('done');
  expect(describeHandover(job)).toBe('ComfyDeploy did not answer, so your ComfyUI made it.');
  expect(comfyUi.prompts()).toHaveLength(1);
  expect(standIn.ledger()).toHaveLength(0);
});

it('never where the answer of the paid request was lost: that run is looked for instead', async () => {
  const { standIn, comfyUi, core } = await openBoth({ comfydeploy: 'comfyui' });
  const queue = { method: 'POST', path: '/api/run/deployment/queue' };
  standIn.faults.add({ match: queue, action: { kind: 'dropAfter' } });
  const { id } = await core.runner.start(await core.request());
  const job = await core.end(id);
  expect(job.stage.name, JSON.stringify(job.stage)).toBe('done');
  expect(job.recipe.engine).toBe('comfydeploy');
  expect(comfyUi.prompts()).toHaveLength(0);
  expect(standIn.ledger()).toHaveLength(1);
});

it('never where the settings name nobody', async () => {
  const { standIn, comfyUi, core } = await openBoth({});
  standIn.faults.add({ match: { path: '/api/' }, times: 'always', action: { kind: 'drop' } });
  const { id } = await core.runner.start(await core.request());
  expect((await core.end(id)).stage).toMatchObject({ name: 'failed', error: { code: 'unreachable' } });
  expect(comfyUi.prompts()).toHaveLength(0);
});
