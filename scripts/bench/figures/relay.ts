import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Figure, Reading } from '../figure.ts';
import { loadByMembers, type Target, type Work } from '../relay/member-load.ts';
import { median, quantile } from '../statistics.ts';

const members = 50;
const rounds = 5;
/** Clients look once a second or less; this is that, some times faster. */
const atPace: Work = { pictures: 2, paceMs: 200 };
/** Nobody works so: it shows what the relay costs when the machine has no time left. */
const withoutRest: Work = { pictures: 1, paceMs: 0 };
/** What a hosted service takes at best; the relay's own time is what is on top of it. */
const pauseMs = 50;

export const relay: Figure = {
  name: 'relay',
  measures:
    'Fifty members at once, each uploading 300 KB, starting a run, looking four times and fetching 600 KB, through the ' +
    'relay and through a bare proxy on Node, in five rounds by turns. Each runs in a process of its own, and so does ' +
    'what is behind them, which takes 50 ms for every answer. Between two calls a member waits 200 ms. The relay ' +
    'knows its members and writes down every run.',
  async measure({ folder }) {
    const children: ChildProcess[] = [];
    const run = async (program: URL, ...args: string[]) => {
      const child = fork(fileURLToPath(program), args);
      children.push(child);
      return (await once(child, 'message'))[0] as { url: string; tokens: readonly string[] };
    };
    try {
      const upstream = await run(new URL('../relay/upstream-program.ts', import.meta.url), String(pauseMs));
      const ours = await run(
        new URL('../relay/relay-program.ts', import.meta.url),
        ...[upstream.url, join(folder, 'relay-data'), String(members)],
      );
      const theirs = await run(new URL('../relay/bare-proxy-program.ts', import.meta.url), upstream.url);
      const picture = `${upstream.url}/storage/a.png`;
      const targets = {
        ours: { ...ours, picturePath: `/picture?url=${encodeURIComponent(picture)}` },
        theirs: { url: theirs.url, tokens: ours.tokens, picturePath: '/storage/a.png' },
      };
      const [paced, pressed] = [await inTurns(targets, atPace), await inTurns(targets, withoutRest)];
      return [
        { label: 'a call in the middle (p50), against a bare proxy', goal: 1.3, ...compared(paced, 0.5) },
        { label: 'a slow call (p99), against a bare proxy', goal: null, ...compared(paced, 0.99) },
        { label: 'p50 when nobody waits between calls', goal: null, ...compared(pressed, 0.5) },
        { label: 'p99 when nobody waits between calls', goal: null, ...compared(pressed, 0.99) },
      ];
    } finally {
      for (const child of children) child.kill();
    }
  },
};

type Sides = { ours: number[][]; theirs: number[][] };

type Targets = { ours: Target; theirs: Target };

async function inTurns({ ours, theirs }: Targets, work: Work): Promise<Sides> {
  const times: Sides = { ours: [], theirs: [] };
  await loadByMembers(ours, { ...work, pictures: 1 });
  await loadByMembers(theirs, { ...work, pictures: 1 });
  for (let round = 0; round < rounds; round += 1) {
    const isOursFirst = round % 2 === 0;
    if (isOursFirst) times.ours.push(await loadByMembers(ours, work));
    times.theirs.push(await loadByMembers(theirs, work));
    if (!isOursFirst) times.ours.push(await loadByMembers(ours, work));
  }
  return times;
}

/** The middle of the rounds, so that one in which the machine did something else does not decide. */
function compared({ ours, theirs }: Sides, share: number): Pick<Reading, 'value' | 'unit' | 'details'> {
  const our = ours.map((times) => quantile(times, share));
  const their = theirs.map((times) => quantile(times, share));
  const ratios = our.map((ms, round) => ms / (their[round] ?? Number.NaN));
  const words = `ours ${median(our).toFixed(0)} ms, bare ${median(their).toFixed(0)} ms`;
  const each = ratios.map((ratio) => ratio.toFixed(2)).join(', ');
  return { value: median(ratios), unit: 'x', details: `${words}; rounds ${each}` };
}
