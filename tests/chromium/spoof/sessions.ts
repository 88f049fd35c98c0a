import { openSession } from '#shared/pairing/guest/open-session.ts';
import { createPairedBrowser } from '#shared/pairing/guest/paired-browser.ts';
import { writePacket } from '#shared/pairing/packet.ts';
import type { Ask } from '#shared/pairing/verbs.ts';
import { waitFor } from '../../../scripts/browser/wait-for.ts';
import { flipped } from '../../unit/pairing/two-sides.ts';
import { isAnswered, type Spoof } from './spoof.ts';
import { submit } from './submit.ts';

const list: Ask = { verb: 'list' };

type Meddle = (pieces: readonly [string, string]) => readonly string[];

/** A guest asks twice, and whoever carries it changes that; let in if the browser still answers the second. */
function meddled(name: string, change: Meddle): Spoof {
  return {
    name,
    async isLetIn(stage) {
      const { pairing, frame } = await stage.pair();
      let first: string | null = null;
      const deps = stage.depsIn(frame, (text, way) => {
        // What is sealed is no JSON, as the handshake is.
        if (way === 'to guest' || text.startsWith('{')) return [text];
        if (first !== null) return change([first, text]);
        first = text;
        return [];
      });
      const browser = createPairedBrowser(pairing, deps);
      const [, second] = await Promise.allSettled([browser.ask(list), browser.ask(list)]);
      return second.status === 'fulfilled';
    },
  };
}

/** What no panel of ours asks, from a plugin that was paired and has turned. */
function turned(name: string, ask: unknown): Spoof {
  return {
    name,
    async isLetIn(stage) {
      const { pairing, deps } = await stage.pair();
      const session = await openSession(pairing, deps);
      await session.send(writePacket({ said: { id: 1, ask }, bytes: new Uint8Array() }));
      return (await session.receive()) !== null;
    },
  };
}

export const sessions: readonly Spoof[] = [
  meddled('pieces in another order', ([first, second]) => [second, first]),
  meddled('a piece twice', ([first, second]) => [first, first, second]),
  meddled('a piece cut short', ([first, second]) => [first.slice(0, -4), second]),
  meddled('a piece changed', ([first, second]) => [flipped(first, 9), second]),
  meddled('a piece left out', ([, second]) => [second]),
  turned('a verb of the extension’s own pages', { verb: 'pairing.offer', runs: 500, minutes: 1440 }),
  turned('a verb of the prototype', { verb: 'constructor' }),
  turned('a question with keys of the prototype', JSON.parse('{"verb":"list","__proto__":{"key":1}}')),
  turned('the name of another pairing’s job', { verb: 'result', jobId: 'figma.another-pairing.job-0001' }),
  {
    name: 'the job of another plugin: how it stands, its result, its end',
    async isLetIn(stage) {
      const [owner, other] = [await stage.pair(), await stage.pair()];
      await submit(stage, owner, 'job-of-the-owner');
      stage.meant.runs += 1;
      const jobId = 'job-of-the-owner';
      const seen = await other.browser.ask({ verb: 'status', jobId });
      await other.browser.ask({ verb: 'cancel', jobId });
      const isTaken = await isAnswered(other.browser.ask({ verb: 'result', jobId }));
      await waitFor('the owner’s result', () => isAnswered(owner.browser.ask({ verb: 'result', jobId })));
      return seen.value !== null || isTaken;
    },
  },
];
