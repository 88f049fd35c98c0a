import type { Page } from 'playwright-core';
import { historyWords } from '#shared/i18n/en/history.ts';
import { panelWords } from '#shared/i18n/en/panel.ts';
import type { Figure } from '../figure.ts';
import { onHistoryStage } from '../history-stage.ts';
import { inWords, median } from '../statistics.ts';

const entryCount = 10_000;
const turns = 12;

export const cacheOffer: Figure = {
  name: 'cache-offer',
  measures:
    'From the moment the panel is filled in as a picture was made before until that picture is offered for free, ' +
    'with 10,000 other entries in a real IndexedDB of Chromium; nothing is asked of a server.',
  measure: (workshop) =>
    onHistoryStage(workshop, entryCount, async ({ panel, job }) => {
      await keepSeed(panel, job.recipe.seed);
      const samples: number[] = [];
      for (let turn = 0; turn <= turns; turn++) {
        const offerMs = await timeOffer(panel);
        if (turn > 0) samples.push(offerMs);
      }
      const details = `${inWords(samples, 'ms')}, ${samples.length} times`;
      return [{ label: 'offer of the same picture', value: median(samples), unit: 'ms', goal: 50, details }];
    }),
};

async function keepSeed(panel: Page, seed: number): Promise<void> {
  await panel.bringToFront();
  await panel.getByText(panelWords.seed.more, { exact: true }).click();
  await panel.getByLabel(panelWords.seed.fixed).check();
  await panel.getByLabel(panelWords.seed.number).fill(String(seed));
  await panel.getByText(historyWords.earlier.anyway).waitFor();
}

/** Types a word, so that the recipe is another, takes it back, and waits for the offer. */
async function timeOffer(panel: Page): Promise<number> {
  const prompt = panel.getByRole('textbox').first();
  await prompt.fill('x');
  await panel.getByText(historyWords.earlier.anyway).waitFor({ state: 'detached' });
  return prompt.evaluate(emptied, historyWords.earlier.anyway);
}

/** Runs in the page. */
function emptied(field: HTMLElement | SVGElement, words: string): Promise<number> {
  return new Promise((resolve) => {
    const sinceMs = performance.now();
    const observer = new MutationObserver(() => {
      if (!document.body.textContent?.includes(words)) return;
      observer.disconnect();
      resolve(performance.now() - sinceMs);
    });
    observer.observe(document.body, { childList: true, subtree: true, characterData: true });
    (field as HTMLTextAreaElement).value = '';
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  });
}
