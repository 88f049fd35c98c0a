import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { failoverWords } from '#shared/i18n/en/failover.ts';
import { connectOther } from '../../scripts/product/connect-other.ts';
import { restyleByMenu } from '../../scripts/product/restyle.ts';
import { waitForEnd } from '../../scripts/product/stored-jobs.ts';
import { type ProductTest, startProductTest } from './product-fixture.ts';

let test: ProductTest;
beforeAll(async () => {
  test = await startProductTest(['chelsea.png']);
  await connectOther(test.product, { engine: 'on-device' });
});
afterAll(() => test.close());

describe('when ComfyDeploy is down', () => {
  it('offers the next engine by a button that says what changes, and never takes it by itself', async () => {
    const { product, page, photos, standIn } = test;
    standIn.faults.add({ match: { path: '/api/' }, times: 'always', action: { kind: 'drop' } });
    const { id } = await restyleByMenu(product, page, { css: photos.target(0) }, 'builtin.pencil-sketch');
    const failed = await waitForEnd(product.window, id);
    expect(failed.stage).toMatchObject({ name: 'failed', error: { code: 'unreachable' } });

    const panel = await product.session.context.newPage();
    await panel.goto(product.session.extensionUrl('/popup.html?tab'));
    await panel.getByText(failoverWords.changes['on-device']).waitFor();
    await panel.getByRole('button', { name: /Sample looks on this device instead/ }).click();
    await expect.poll(async () => (await waitForEnd(product.window, id)).stage.name).toBe('done');
    expect((await waitForEnd(product.window, id)).recipe).toMatchObject({
      engine: 'on-device',
      prompt: failed.recipe.prompt,
    });
    expect(await standIn.ledger()).toHaveLength(0);
  });

  it('says on the picture and in the list that it is not the team’s own', async () => {
    const { product, page } = test;
    const panel = product.session.context.pages().at(-1);
    await panel
      ?.getByText(/^ComfyDeploy did not answer, so you chose a sample look on this device/)
      .waitFor();
    await expect
      .poll(async () => {
        const frame = page.frames().find((each) => each.url().startsWith('chrome-extension://'));
        return frame?.evaluate(() => document.body.textContent);
      })
      .toContain('sample look on this device');
  });
});
