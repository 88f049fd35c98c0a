import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compareWords } from '#shared/i18n/en/compare.ts';
import { failoverWords } from '#shared/i18n/en/failover.ts';
import { connectOther } from '../../scripts/product/connect-other.ts';
import { restyleByMenu } from '../../scripts/product/restyle.ts';
import { readJobs, waitForEnd } from '../../scripts/product/stored-jobs.ts';
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

describe('two engines on one picture', () => {
  it('are run for the price that was said, and shown side by side with what each took', async () => {
    const { product, standIn } = test;
    standIn.faults.clear();
    const panel = product.session.context.pages().at(-1);
    if (!panel) throw new Error('The panel is closed');
    await panel.getByText(compareWords.label).click();
    await panel.getByText(/^Costs (under|about) \$0\.0\d+\.$/).waitFor();
    await panel.getByText(compareWords.costs.here).waitFor();
    const known = (await readJobs(product.window)).length;
    await panel.getByRole('button', { name: compareWords.button }).click();
    await expect.poll(async () => (await readJobs(product.window)).length).toBe(known + 2);
    const both = (await readJobs(product.window)).slice(-2);
    const ended = await Promise.all(both.map(({ id }) => waitForEnd(product.window, id)));
    expect(ended.map(({ stage, recipe }) => `${recipe.engine} ${stage.name}`).sort()).toEqual([
      'comfydeploy done',
      'on-device done',
    ]);
    expect(new Set(ended.map(({ recipe }) => recipe.seed)).size).toBe(1);
    expect(new Set(ended.map(({ context }) => context.comparisonId)).size).toBe(1);
    const card = panel.getByRole('article', { name: new RegExp(`^${compareWords.card}`) });
    await card.getByText(/^\d+ seconds? · (under )?\$0\.00/).waitFor();
    await card.getByText(/^\d+ seconds? · no charge$/).waitFor();
    expect(await card.getByRole('button', { name: /^Open the picture by/ }).count()).toBe(2);
    expect(await standIn.ledger()).toHaveLength(1);
  });
});
