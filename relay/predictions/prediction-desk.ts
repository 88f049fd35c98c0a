import type { EngineDescription } from '#shared/engines/engine.ts';
import { presetIn } from '#shared/engines/http/relay-preset.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { systemIds } from '#shared/platform.ts';
import type * as z from '#shared/zod.ts';
import type { Caller } from '../members/member.ts';
import type { RelayConfig } from '../relay-config.ts';
import type { RelayParts } from '../relay-parts.ts';
import type { RunRecord } from '../runs/run-record.ts';
import { words } from '../words.ts';
import { chooseDeployment } from './choose-deployment.ts';
import { readInputPicture } from './input-picture.ts';
import { mapInputs } from './map-inputs.ts';
import type { predictionBodySchema } from './prediction-body.ts';

type Body = z.infer<typeof predictionBodySchema>;

/** What the last look at a deployment is good for: a batch of pictures asks for the same one again and again. */
const freshMs = 60_000;

/** Starts runs for callers who know nothing of ComfyDeploy. */
export function createPredictionDesk(parts: RelayParts, config: RelayConfig) {
  const { engineFor, desk, runs, clock, deploymentNames, limits } = parts;
  const described = new Map<string, { atMs: number; description: EngineDescription }>();

  async function describe(deploymentId: string, signal: AbortSignal): Promise<EngineDescription> {
    const known = described.get(deploymentId);
    if (known && clock.monotonicMs() - known.atMs < freshMs) return known.description;
    const description = await engineFor(deploymentId).describe(signal);
    described.set(deploymentId, { atMs: clock.monotonicMs(), description });
    return description;
  }

  /** Answers the record, and the names of inputs that the workflow has no place for. */
  async function start({ version, input }: Body, caller: Caller, { url, signal }: Request) {
    const deploymentId = await chooseDeployment(version, caller, {
      usual: config.deployment,
      deploymentNames,
    });
    await desk.check(caller, deploymentId);
    const mapped = mapInputs(await describe(deploymentId, signal), input, systemIds.seed());
    const pictureValue = mapped.needsPicture ? await uploaded(deploymentId, input.input_image, signal) : '';
    const nonce = input.restyle_nonce ?? systemIds.uuid();
    const run = {
      memberId: caller.id,
      deviceId: caller.deviceId,
      deploymentId,
      preset: presetIn(url),
      nonce,
      isPrediction: true,
    };
    const inputs = mapped.withPicture(pictureValue);
    // Not given up when the client goes: whether the run exists would then be anybody's guess.
    const id = await desk.start(run, () => engineFor(deploymentId).start({ inputs, nonce }));
    return { record: await recordOf(id), ignored: mapped.ignored };
  }

  async function uploaded(deploymentId: string, text: string | undefined, signal: AbortSignal) {
    if (text === undefined) throw new AppError('invalid-input', words.inputPictureMissing, { status: 422 });
    const bounds = { maxBytes: limits.predictionPictureBytes };
    return engineFor(deploymentId).upload(await readInputPicture(text, config, signal, bounds), signal);
  }

  async function recordOf(id: string): Promise<RunRecord> {
    const record = await runs.byId(id);
    if (!record) throw new AppError('run-not-found', words.predictionUnknown, { status: 404 });
    return record;
  }

  return {
    start,

    /** One of the caller's own; admins see everybody's. Raises `run-not-found`. */
    async find(id: string, caller: Caller): Promise<RunRecord> {
      const record = await recordOf(id);
      if (record.memberId === caller.id || caller.role === 'admin') return record;
      throw new AppError('run-not-found', words.predictionUnknown, { status: 404 });
    },
  };
}
