import { predictionsWords as words } from '#shared/i18n/en/engines.ts';
import type { InputDefinition, InputValue } from '#shared/inputs/input-definition.ts';

/** What has to be known beforehand of a model, because a prediction server does not describe itself. */
export type PredictionsModel = {
  id: string;
  /** Name a person knows it by. */
  name: string;
  /** `owner/name` of a model of Replicate's own, which has a route of its own; else `null`. */
  path: string | null;
  /** Version to ask for, where the server wants one. */
  version: string | null;
  inputs: readonly InputDefinition[];
  /** Sent with every run, below what the run itself asks for. */
  fixedInputs: Readonly<Record<string, InputValue>>;
  /** Whether an input the model does not know passes, so that a lost run can be found by its nonce. */
  takesNonce: boolean;
  /** Largest picture to send inside the request; larger ones go to `/v1/files`. `null`: no such route. */
  inlineLimitBytes: number | null;
};

export const replicateBaseUrl = 'https://api.replicate.com';

/** Replicate asks for an address instead of a data URL from here on: https://replicate.com/docs/topics/predictions/input-files */
const replicateInlineLimitBytes = 256 * 1024;

const picture: InputDefinition = { id: 'input_image', ...words.picture, kind: 'picture' };
const prompt: InputDefinition = { id: 'prompt', ...words.prompt, kind: 'text', defaultValue: '' };
const seed: InputDefinition = { id: 'seed', ...words.seed, kind: 'seed', min: 1, max: 4294967295 };
const strength: InputDefinition = {
  id: 'strength',
  ...words.strength,
  kind: 'number',
  integer: false,
  defaultValue: 0.75,
  min: 0,
  max: 1,
  step: 0.05,
};

/** Any server of the plain shape: `{"input": {"input_image", "prompt", "strength", "seed"}}`. */
export const plainModel: PredictionsModel = {
  id: 'plain',
  name: words.plainModel,
  path: null,
  version: null,
  inputs: [picture, prompt, strength, seed],
  fixedInputs: {},
  takesNonce: true,
  inlineLimitBytes: null,
};

/** Flux Kontext at Replicate, whose schema knows no strength and may refuse inputs it does not name. */
function fluxKontext(size: 'pro' | 'max' | 'dev', safety: PredictionsModel['fixedInputs']): PredictionsModel {
  return {
    id: `flux-kontext-${size}`,
    name: words.fluxKontext[size],
    path: `black-forest-labs/flux-kontext-${size}`,
    version: null,
    inputs: [picture, prompt, seed],
    fixedInputs: { aspect_ratio: 'match_input_image', output_format: 'png', ...safety },
    takesNonce: false,
    inlineLimitBytes: replicateInlineLimitBytes,
  };
}

/** 2 is the most lenient tolerance that the model takes together with an input picture. */
export const fluxKontextPro = fluxKontext('pro', { safety_tolerance: 2 });
const fluxKontextMax = fluxKontext('max', { safety_tolerance: 2 });
const fluxKontextDev = fluxKontext('dev', { disable_safety_checker: false });

/** Every model that can be chosen by its id. */
export const predictionsModels: readonly PredictionsModel[] = [
  plainModel,
  fluxKontextPro,
  fluxKontextMax,
  fluxKontextDev,
];
