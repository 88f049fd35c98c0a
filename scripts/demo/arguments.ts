import { parseArgs } from 'node:util';
import { builtInPresets } from '#shared/presets/built-in.ts';
import type { Preset } from '#shared/presets/preset.ts';
import { type EngineOptions, engineOf } from './engine-options.ts';

export type DemoOptions = {
  inputs: readonly string[];
  page: { url: string; target: { css: string } | { xPx: number; yPx: number } } | null;
  prompt: string;
  preset: Preset | null;
  strength: number | null;
  seed: number | null;
  sameSize: boolean;
  json: boolean;
  engine: EngineOptions;
};

const usage = `npm start [-- FILE|FOLDER ...] [--page URL (--target CSS | --at X,Y)]
  [--prompt TEXT] [--preset NAME] [--strength 0.1-1] [--seed N] [--same-size] [--json]
  [--url BASE --key KEY --deployment ID [--storage ORIGIN]]
  [--engine comfyui --url BASE --workflow API.json [--key KEY]]
  [--engine predictions --url BASE --key KEY [--deployment MODEL]]
  [--engine on-device]`;

/** The command line of `npm start`; throws a sentence for what it cannot do. */
export function parseDemoArguments(argv: readonly string[]): DemoOptions {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      page: { type: 'string' },
      target: { type: 'string' },
      at: { type: 'string' },
      prompt: { type: 'string', default: '' },
      preset: { type: 'string' },
      strength: { type: 'string' },
      seed: { type: 'string' },
      'same-size': { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      engine: { type: 'string', default: 'comfydeploy' },
      workflow: { type: 'string' },
      url: { type: 'string' },
      key: { type: 'string' },
      deployment: { type: 'string' },
      storage: { type: 'string', default: '' },
      help: { type: 'boolean' },
    },
  });
  if (values.help) throw new Error(usage);
  return {
    inputs: positionals,
    page: pageOf(values),
    prompt: values.prompt,
    preset: presetNamed(values.preset, values.prompt),
    strength: numberIn(values.strength, 'strength', 0.1, 1),
    seed: numberIn(values.seed, 'seed', 1, 4_294_967_295),
    sameSize: values['same-size'],
    json: values.json,
    engine: engineOf(values),
  };
}

function pageOf({ page, target, at }: { page?: string; target?: string; at?: string }): DemoOptions['page'] {
  if (!page) return null;
  if (target) return { url: page, target: { css: target } };
  const [xPx, yPx] = (at ?? '').split(',').map(Number);
  if (!Number.isFinite(xPx) || !Number.isFinite(yPx))
    throw new Error('--page needs --target CSS or --at X,Y.');
  return { url: page, target: { xPx: xPx as number, yPx: yPx as number } };
}

/** A named preset; without one, none where a prompt is given, else the first. */
function presetNamed(name: string | undefined, prompt: string): Preset | null {
  if (name === undefined) return prompt === '' ? (builtInPresets[0] ?? null) : null;
  const wanted = name.toLowerCase();
  const preset = builtInPresets.find(
    ({ id, name: known }) => known.toLowerCase() === wanted || id === wanted,
  );
  if (preset) return preset;
  throw new Error(
    `No preset is called "${name}". There are: ${builtInPresets.map((each) => each.name).join(', ')}.`,
  );
}

function numberIn(text: string | undefined, name: string, min: number, max: number): number | null {
  if (text === undefined) return null;
  const value = Number(text);
  if (value >= min && value <= max) return value;
  throw new Error(`--${name} must be a number from ${min} to ${max}.`);
}
