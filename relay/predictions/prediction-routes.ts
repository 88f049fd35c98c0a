import { createPlaces } from '../limits/places.ts';
import type { RelayConfig } from '../relay-config.ts';
import type { RelayParts } from '../relay-parts.ts';
import { ownOrigin } from '../requests/own-origin.ts';
import { parseBody } from '../requests/parse-body.ts';
import { readJson } from '../requests/read-body.ts';
import type { MemberRoute, RouteCall } from '../routes/route.ts';
import type { RunRecord } from '../runs/run-record.ts';
import { words } from '../words.ts';
import { predictionBodySchema } from './prediction-body.ts';
import { createPredictionDesk } from './prediction-desk.ts';
import { predictionView } from './view.ts';

/** What is said about the picture. */
const wordsBytes = 256 * 1024;
/** Each is held in memory until its picture is uploaded: as base64, as text, and as bytes. */
const maxStartsAtOnce = 8;
const perPage = 60;

/** `POST /v1/predictions` and what belongs to it, as Replicate has it: for scripts and automation tools. */
export function predictionRoutes(parts: RelayParts, config: RelayConfig): MemberRoute[] {
  const { runs, engineFor, limits } = parts;
  // The picture comes as base64.
  const maxBodyBytes = (limits.predictionPictureBytes / 3) * 4 + wordsBytes;
  const desk = createPredictionDesk(parts, config);
  const inPlace = config.predictionPlaces ?? createPlaces(maxStartsAtOnce);
  const originOf = ({ url }: RouteCall) => ownOrigin(url, config.publicUrl);
  const look = (call: RouteCall, record: RunRecord) =>
    lookAt(parts, record, originOf(call), call.request.signal);
  return [
    {
      method: 'POST',
      pattern: '/v1/predictions',
      access: 'member',
      handle: (call) =>
        inPlace(async () => {
          const { value } = await readJson(call.request, maxBodyBytes);
          const body = parseBody(predictionBodySchema, value);
          const { record, ignored } = await desk.start(body, call.caller, call.request);
          const logs = ignored.map((name) => `${words.inputIgnored(name)}\n`).join('');
          const facts = { record, run: null, error: null, logs, origin: originOf(call) };
          const input = withoutPicture(body.input);
          return Response.json({ ...predictionView(facts), input }, { status: 201 });
        }, call.request.signal),
    },
    {
      method: 'GET',
      pattern: '/v1/predictions',
      access: 'member',
      async handle(call) {
        const before = Number(call.url.searchParams.get('cursor')) || Number.MAX_SAFE_INTEGER;
        const page = await runs.predictionsOf(call.caller.id, before, perPage);
        const origin = originOf(call);
        const results = page.map((record) =>
          predictionView({ record, run: null, error: null, logs: '', origin }),
        );
        const last = page.length === perPage ? page.at(-1) : undefined;
        const next = last ? `${origin}/v1/predictions?cursor=${last.askedAtMs}` : null;
        return Response.json({ previous: null, next, results });
      },
    },
    {
      method: 'GET',
      pattern: '/v1/predictions/{id}',
      access: 'member',
      handle: async (call) => look(call, await desk.find(call.ids[0] ?? '', call.caller)),
    },
    {
      method: 'POST',
      pattern: '/v1/predictions/{id}/cancel',
      access: 'member',
      async handle(call) {
        const record = await desk.find(call.ids[0] ?? '', call.caller);
        const runId = record.runId ?? (await parts.settler.find(record));
        if (runId !== null) await engineFor(record.deploymentId).cancel(runId);
        return look(call, await desk.find(record.id, call.caller));
      },
    },
  ];
}

/** How the run is now; its end is taken down on the way. */
async function lookAt(
  { engineFor, settler }: RelayParts,
  record: RunRecord,
  origin: string,
  signal: AbortSignal,
): Promise<Response> {
  const runId = record.runId ?? (record.state === 'asked' ? await settler.find(record, signal) : null);
  const engine = engineFor(record.deploymentId);
  const run = runId === null ? null : await engine.get(runId, signal);
  if (run) await settler.note(record, run);
  const isFailed = run?.state === 'failed' && runId !== null;
  const error = isFailed ? await engine.failureReason(runId, signal) : null;
  return Response.json(predictionView({ record, run, error, logs: '', origin }));
}

/** What was sent, but for a picture that would come back whole. */
function withoutPicture({ input_image, ...input }: Record<string, unknown>): Record<string, unknown> {
  const isAddress = typeof input_image === 'string' && !/^data:/i.test(input_image);
  return isAddress ? { input_image, ...input } : input;
}
