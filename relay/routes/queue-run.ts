import { nonceInput } from '#shared/engines/comfydeploy/reconcile.ts';
import { queueAnswerSchema } from '#shared/engines/comfydeploy/wire.ts';
import { errorFromAnswer } from '#shared/engines/http/answer-error.ts';
import { parseJson } from '#shared/engines/http/parse-json.ts';
import { presetIn } from '#shared/engines/http/relay-preset.ts';
import { AppError } from '#shared/errors/app-error.ts';
import * as z from '#shared/zod.ts';
import { failureAnswer } from '../answers/answers.ts';
import { parseBody } from '../requests/parse-body.ts';
import { readJson } from '../requests/read-body.ts';
import type { StartDesk } from '../runs/journaled-start.ts';
import { paidCallMs } from '../upstream/paid-call.ts';
import { queuePath, type Upstream } from '../upstream/upstream.ts';
import { words } from '../words.ts';
import type { MemberRoute } from './route.ts';

/** Prompts and numbers: pictures are uploaded before and come as addresses. */
const maxBodyBytes = 1024 * 1024;

/** Strict: there are hidden fields with which one call starts many runs, or runs of another kind. */
const bodySchema = z.strictObject({
  deployment_id: z.guid(),
  inputs: z.optional(z.record(z.string(), z.unknown())),
  gpu: z.nullish(z.string()),
  webhook: z.nullish(z.string()),
  webhook_intermediate_status: z.nullish(z.boolean()),
  flags: z.nullish(z.array(z.string())),
});

/** ComfyDeploy's own call for a run, passed on byte for byte once it is written down. */
export function queueRunRoute(upstream: Upstream, desk: StartDesk): MemberRoute {
  return {
    method: 'POST',
    pattern: `/api${queuePath}`,
    access: 'member',
    async handle({ request, caller }) {
      const { value, bytes } = await readJson(request, maxBodyBytes);
      const { deployment_id: deploymentId, inputs = {} } = parseBody(bodySchema, value);
      await desk.check(caller, deploymentId);
      const run = {
        memberId: caller.id,
        deviceId: caller.deviceId,
        deploymentId,
        preset: presetIn(request.url),
        nonce: shortText(inputs[nonceInput]),
        isPrediction: false,
      };
      const seen: { answer?: Response } = {};
      const send = async () => {
        const answer = await sendOnce(upstream, request, bytes);
        const text = await answer.text();
        seen.answer = new Response(text, answer);
        return runIdOf(answer.status, text);
      };
      await desk.start(run, send).catch((error: unknown) => {
        // What ComfyDeploy itself says goes to the client as it is.
        if (!seen.answer) throw error;
      });
      return seen.answer ?? failureAnswer(null);
    },
  };
}

/** Not given up when the client goes: whether the run exists would then be anybody's guess. */
function sendOnce(upstream: Upstream, { url, headers }: Request, body: Uint8Array<ArrayBuffer>) {
  const signal = AbortSignal.timeout(paidCallMs);
  const sent = new Headers({ 'Content-Type': 'application/json' });
  const accept = headers.get('accept');
  if (accept) sent.set('Accept', accept);
  sent.set('Content-Length', String(body.length));
  const request = new Request(url, { method: 'POST', headers: sent, body, signal });
  return upstream.send(request, { path: queuePath, isPaid: true });
}

function runIdOf(status: number, text: string): string {
  if (status >= 300) throw errorFromAnswer(status, text, { host: 'ComfyDeploy' }, 'deployment-not-found');
  const parsed = queueAnswerSchema.safeParse(parseJson(text));
  if (parsed.success) return parsed.data.run_id;
  throw new AppError('unexpected-answer', words.answerUnknown);
}

function shortText(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value.slice(0, 200) : null;
}
