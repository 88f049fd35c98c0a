import { expect, test, vi } from 'vitest';
import { isWhole } from '../campaign.ts';
import type { Seen } from '../fakes/figma/sandbox/seen.ts';
import { stageTwoLayers } from './two-layers.ts';

const { stage, startPanel, button, row, resultOf } = stageTwoLayers();

const runMs = 4_000;

test('a layer is deleted while its picture is made: the result is kept, and can go on the page', async () => {
  stage.team.standIn.setTiming({ runMs });
  stage.figma.select([stage.turned]);
  const { absoluteTransform } = stage.figma.see(stage.turned) as Seen;
  await button('Restyle 1 layer').click();
  await row('Cat')
    .getByText(/Restyling|warming up/)
    .waitFor();
  stage.figma.remove(stage.turned);

  await row('Cat').getByText('The layer was deleted meanwhile').waitFor();
  await button('Put it on this page').click();
  await row('Cat').getByText('Placed on this page').waitFor();
  expect(resultOf('Cat')).toMatchObject({ width: 451, height: 300, absoluteTransform });
  expect(stage.team.standIn.ledger()).toHaveLength(1);
});

test.runIf(isWhole)(
  'the panel is closed in the middle of a run: opened again, it places the result of that run',
  async () => {
    stage.team.standIn.setTiming({ runMs });
    stage.figma.select([stage.turned]);
    await button('Restyle 1 layer').click();
    await row('Cat')
      .getByText(/Restyling|warming up/)
      .waitFor();
    await stage.panel.close();
    stage.figma.stopPlugin();
    await vi.waitFor(() => expect(stage.team.standIn.ledger()[0]?.status).toBe('success'), {
      timeout: 15_000,
    });

    await startPanel();

    await row('Cat').getByText('Placed above the layer').waitFor();
    expect(resultOf('Cat')?.absoluteTransform).toEqual(stage.figma.see(stage.turned)?.absoluteTransform);
    expect(stage.team.standIn.ledger()).toHaveLength(1);
  },
);
