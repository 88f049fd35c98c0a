import sharp from 'sharp';
import { findSubstitutions } from '#shared/engines/comfydeploy/substitution.ts';
import type { EngineRun } from '#shared/engines/engine.ts';
import type { InputValue } from '#shared/inputs/input-definition.ts';
import { guessRoles } from '#shared/inputs/roles.ts';
import { runInputs } from '#shared/inputs/values.ts';
import { nextLookDelayMs } from '#shared/jobs/polling.ts';
import { type Answer, bad, type Check, type Context, good, note } from '../check.ts';

const patienceMs = 15 * 60_000;
const finalStates: ReadonlySet<string> = new Set(['success', 'failed', 'timeout', 'cancelled']);

/** A drawing of a hill and a sun: small, and plainly not a workflow's default picture. */
const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="768" height="512">
  <rect width="768" height="512" fill="#9cc9e8"/><circle cx="600" cy="120" r="60" fill="#ffd45e"/>
  <path d="M0 512 Q240 180 480 512 Z" fill="#4d7a3c"/><path d="M300 512 Q560 260 768 512 Z" fill="#38602c"/></svg>`;

async function prepareInputs({ engine }: Context): Promise<Record<string, InputValue>> {
  const { inputs } = await engine.describe();
  const bytes = new Uint8Array(await sharp(Buffer.from(drawing)).png().toBuffer());
  const pictureValue = await engine.upload({ bytes, mimeType: 'image/png', fileName: 'live-check.png' });
  const prompt = 'make it a watercolour painting';
  return runInputs(inputs, guessRoles(inputs), { prompt, strength: 0.8, seed: 42, inputs: {} }, pictureValue);
}

async function watchToEnd({ engine, clock }: Context, runId: string): Promise<EngineRun> {
  const sinceMs = clock.nowMs();
  for (;;) {
    const run = await engine.get(runId);
    const spentMs = clock.nowMs() - sinceMs;
    if (finalStates.has(run.state)) return run;
    if (spentMs > patienceMs) throw new Error(`Run ${runId} is still "${run.state}" after 15 minutes`);
    await clock.sleep(nextLookDelayMs(run.state, spentMs));
  }
}

async function describeResult({ engine }: Context, run: EngineRun): Promise<string> {
  if (!run.output) return 'It ended in success without a picture.';
  const { format, width, height } = await sharp(await engine.fetchOutput(run.output)).metadata();
  return `A drawing of 768x512 came back as ${format} of ${width}x${height}.`;
}

async function figuresOf({ engine }: Context, run: EngineRun): Promise<string> {
  const price = (await engine.prices())[run.gpu ?? ''];
  const cost = price && run.runSeconds ? `, at least $${(price * run.runSeconds).toFixed(4)}` : '';
  const seconds = (value: number | null) => (value === null ? 'unknown' : `${value.toFixed(1)} s`);
  return `Queue and start ${seconds(run.queueSeconds)}, run ${seconds(run.runSeconds)} on ${run.gpu ?? 'its GPU'}${cost}.`;
}

async function makeRun(context: Context): Promise<Answer> {
  const { engine, clock } = context;
  const inputs = await prepareInputs(context);
  const intent = { nonce: crypto.randomUUID(), sentAtMs: clock.nowMs() };
  const runId = await engine.start({ inputs, nonce: intent.nonce });
  const found = await engine.reconcile(intent);
  const run = await watchToEnd(context, runId);
  context.newestRunId = runId;
  context.resultUrl = run.output?.url ?? null;
  if (run.state !== 'success') {
    return bad(
      `Run ${runId} ended as "${run.state}": ${(await engine.failureReason(runId)) ?? 'no reason given'}`,
    );
  }
  const told = `${await describeResult(context, run)} ${await figuresOf(context, run)}`;
  const isFound = found.state === 'found' && found.runId === runId;
  if (!isFound)
    return bad(`${told} It was not found again by its nonce: a lost answer could be charged twice.`);
  const differing = findSubstitutions(inputs, run.inputs)?.map(({ inputId }) => inputId);
  if (differing) return note(`${told} Recorded otherwise than sent: ${differing.join(', ')}.`);
  return run.output ? good(`${told} Found by its nonce; inputs recorded as sent.`) : bad(told);
}

/** The only check that costs money. */
export const paidChecks: readonly Check[] = [
  { question: 'Does one paid run go well, from upload to result?', ask: makeRun },
];
