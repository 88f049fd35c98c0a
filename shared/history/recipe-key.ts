import type { Recipe } from '#shared/jobs/job.ts';

export type RecipeKeys = {
  /** Of everything that decides the picture. */
  recipeKey: string;
  /** Of everything but the seed. */
  likeKey: string;
};

/**
 * Hashes by which equal recipes are found again: SHA-256 of the recipe in one fixed order. `null` where
 * the workflow's version is not known, since nobody can say then that the picture would be the same.
 */
export async function recipeKeysOf(recipe: Recipe): Promise<RecipeKeys | null> {
  if (recipe.workflowVersion === undefined || recipe.sourceKey === '') return null;
  const like = canonical(recipe);
  const [recipeKey, likeKey] = await Promise.all([hash([...like, recipe.seed]), hash(like)]);
  return { recipeKey, likeKey };
}

/** A preset decides by its prompt and strength, which are here; its name decides nothing. */
function canonical(recipe: Recipe): unknown[] {
  const { sourceKey, engine, server, deploymentId, workflowVersion, prompt, strength, inputs } = recipe;
  const further = Object.entries(inputs).sort(([a], [b]) => (a < b ? -1 : 1));
  return [1, sourceKey, engine, server ?? null, deploymentId, workflowVersion, prompt, strength, further];
}

async function hash(value: unknown): Promise<string> {
  const text = new TextEncoder().encode(JSON.stringify(value));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', text));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
