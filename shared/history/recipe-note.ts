import { type EngineId, engineIds } from '#shared/engines/engine.ts';
import { engineNames } from '#shared/i18n/en/engines.ts';
import { readXmpRecipe } from '#shared/images/metadata/read-xmp.ts';
import { writeXmp } from '#shared/images/metadata/xmp.ts';
import type { Job } from '#shared/jobs/job.ts';
import type { Bytes } from '#shared/ports.ts';
import { findPreset } from '#shared/presets/find-preset.ts';
import * as z from '#shared/zod.ts';

const longestText = 100_000;
const text = z.string().check(z.maxLength(longestText));

const noteSchema = z.object({
  version: z.literal(1),
  presetId: z.nullable(text),
  presetName: z.nullable(text),
  prompt: text,
  /** 0..1 */
  strength: z.nullable(z.number().check(z.gte(0), z.lte(1))),
  seed: z.int().check(z.gte(1), z.lte(4_294_967_295)),
  engine: z.enum(engineIds),
  deploymentId: text,
  workflowVersion: z.nullable(text),
  /** Numbers and switches among the further inputs; texts may be private, or name a model of somebody else's. */
  inputs: z.optional(z.record(z.string(), z.union([z.number(), z.boolean()]))),
});

/**
 * What a file says of how it was made. Only what the recipe decides: never the page it came from, the
 * server's address, or what it cost.
 */
export type RecipeNote = z.infer<typeof noteSchema>;

export function noteOf({ recipe, context }: Pick<Job, 'recipe' | 'context'>): RecipeNote {
  const { presetId, prompt, strength, seed, engine, deploymentId, workflowVersion = null } = recipe;
  const presetName = context.presetName ?? findPreset(presetId)?.name ?? null;
  const note = { presetId, presetName, prompt, strength, seed, engine, deploymentId, workflowVersion };
  const inputs = Object.entries(recipe.inputs).flatMap(([id, value]) =>
    typeof value === 'string' ? [] : [[id, value] as const],
  );
  return { version: 1, ...note, ...(inputs.length > 0 && { inputs: Object.fromEntries(inputs) }) };
}

/** The same picture as a file that carries its recipe and the mark of AI. */
export function withRecipeNote(bytes: Bytes, note: RecipeNote): Bytes {
  const { engine, prompt } = note;
  return writeXmp(bytes, {
    sourceType: isAi(engine) ? 'compositeWithTrainedAlgorithmicMedia' : 'algorithmicallyEnhanced',
    aiSystem: isAi(engine) ? engineNames[engine] : null,
    prompt,
    recipe: toAscii(JSON.stringify(note)),
  });
}

/** What a file of ours says of itself; `null` for any other file. */
export function readRecipeNote(bytes: Uint8Array): RecipeNote | null {
  try {
    const parsed = noteSchema.safeParse(JSON.parse(readXmpRecipe(bytes) ?? 'null'));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** The sample looks are filters: no model was trained for them. */
function isAi(engine: EngineId): boolean {
  return engine !== 'on-device';
}

/** JSON has escapes for everything, unpaired surrogates too. */
function toAscii(json: string): string {
  return json.replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
