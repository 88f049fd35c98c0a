/** `npm run live-check`: what a real ComfyDeploy account does, asked with free reads. */
import { hostOf } from '#shared/engines/http/host-of.ts';
import { parseLiveCheckArguments } from './arguments.ts';
import type { Finding, Verdict } from './check.ts';
import { leftOpen, liveCheck } from './live-check.ts';

const marks: Readonly<Record<Verdict, string>> = { good: 'ok  ', note: 'note', open: '?   ', bad: 'BAD ' };

function print({ question, verdict, answer }: Finding): void {
  console.log(`${marks[verdict]}  ${question}\n      ${answer}`);
}

async function main(): Promise<number> {
  const options = parseLiveCheckArguments(process.argv.slice(2), process.env);
  const spending = options.paid ? 'One run will be made and charged.' : 'Reads only: nothing is charged.';
  console.log(`Live check of ${hostOf(options.baseUrl)}, deployment ${options.deploymentId}. ${spending}\n`);
  const findings = await liveCheck(options, print);
  console.log(`\nStill open:\n${leftOpen.map((line) => `  - ${line}`).join('\n')}`);
  const badCount = findings.filter(({ verdict }) => verdict === 'bad').length;
  console.log(
    badCount === 0 ? '\nRestyle works with this account.' : `\nNot well: ${badCount} of ${findings.length}.`,
  );
  return badCount === 0 ? 0 : 1;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
}
