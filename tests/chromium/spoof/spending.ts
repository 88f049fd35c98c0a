import { createPairedBrowser } from '#shared/pairing/guest/paired-browser.ts';
import type { Bytes } from '#shared/ports.ts';
import { waitFor } from '../../../scripts/browser/wait-for.ts';
import { honest } from '../../unit/pairing/two-sides.ts';
import { isAnswered, type Spoof } from './spoof.ts';
import { submit } from './submit.ts';

const bytesOf = (text: string): Bytes => new TextEncoder().encode(text);

const svg = '<svg xmlns="http://www.w3.org/2000/svg" onload="globalThis.isTakenOver = true"/>';
const html = '<!doctype html><script>globalThis.isTakenOver = true</script>';
const hostile = '</textarea><img src=x onerror="globalThis.isTakenOver = true">\u202Egnp.exe\u2066';

/** Something that is no picture, sent as one. */
function noPicture(name: string, text: string): Spoof {
  return {
    name,
    async isLetIn(stage) {
      const guest = await stage.pair();
      return isAnswered(submit(stage, guest, 'no-picture-1', { bytes: bytesOf(text) }));
    },
  };
}

export const spending: readonly Spoof[] = [
  noPicture('an SVG with a script as picture', svg),
  noPicture('a page as picture', html),
  {
    name: 'a prompt longer than any',
    async isLetIn(stage) {
      const guest = await stage.pair();
      return isAnswered(submit(stage, guest, 'long-prompt', { prompt: 'x'.repeat(20_001) }));
    },
  },
  {
    name: 'a prompt and a layer’s name with scripts in them, shown where people look',
    async isLetIn(stage) {
      const guest = await stage.pair();
      await submit(stage, guest, 'hostile-1', { prompt: hostile, label: hostile });
      stage.meant.runs += 1;
      const jobId = 'hostile-1';
      await waitFor('its result', () => isAnswered(guest.browser.ask({ verb: 'result', jobId })));
      const panel = await stage.session.context.newPage();
      await panel.goto(stage.session.extensionUrl('/popup.html?tab'));
      await panel.getByText('onerror').first().waitFor();
      const isTakenOver = await panel.evaluate(() => 'isTakenOver' in globalThis);
      await panel.close();
      return isTakenOver;
    },
  },
  {
    name: 'more runs than were allowed, asked for over three sessions at once',
    async isLetIn(stage) {
      const guest = await stage.pair(honest, { runs: 2, minutes: 60 });
      const sessions = [0, 1, 2].map(() => ({
        ...guest,
        browser: createPairedBrowser(guest.pairing, guest.deps),
      }));
      const wishes = [...sessions, ...sessions].map((each, at) => submit(stage, each, `race-${at}-12345`));
      const granted = (await Promise.all(wishes.map(isAnswered))).filter(Boolean).length;
      stage.meant.runs += 2;
      await waitFor('their runs', () => stage.standIn.ledger().length >= stage.meant.runs);
      return granted !== 2;
    },
  },
];
