import { AppError } from '#shared/errors/app-error.ts';
import { promptWords } from '#shared/i18n/en/prompt.ts';
import { emptyIn } from '#shared/presets/placeholders.ts';

/** Raises `invalid-input` where a prompt would go out with a placeholder in it: nobody pays for "{city}". */
export function forbidOpenWords({ recipe }: { recipe: { prompt: string } }): void {
  const [name] = emptyIn(recipe.prompt, {});
  if (name !== undefined) throw new AppError('invalid-input', promptWords.fills.needed(name));
}

/** The panel, which asks for the words, takes one picture. */
export function whileWaiting(jobIds: readonly string[], isWaiting: boolean): readonly string[] {
  return isWaiting ? jobIds.slice(0, 1) : jobIds;
}
