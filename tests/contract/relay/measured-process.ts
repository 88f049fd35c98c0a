import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

export type MeasuredRelay = {
  url: string;
  token: string;
  /** What it holds after a collection. */
  heldBytes(): Promise<number>;
};

/** A relay in a process of its own, so that nobody else's memory is counted; ends with the test. */
export async function startMeasuredRelay(upstream: string): Promise<MeasuredRelay> {
  const program = fileURLToPath(new URL('measured-relay.ts', import.meta.url));
  const child = fork(program, [upstream], { execArgv: ['--expose-gc'], stdio: 'ignore' });
  onTestFinished(() => void child.kill());
  const { url, token } = (await nextMessage(child)) as { url: string; token: string };
  return {
    url,
    token,
    async heldBytes() {
      child.send('memory');
      return Number(await nextMessage(child));
    },
  };
}

async function nextMessage(child: ChildProcess): Promise<unknown> {
  return (await once(child, 'message'))[0];
}
