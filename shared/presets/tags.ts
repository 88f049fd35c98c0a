import { presetLimits } from '#shared/presets/preset-limits.ts';

/** Tags as they are typed, between commas: trimmed, each once, as many and as long as a preset takes. */
export function readTags(typed: string): readonly string[] {
  const tags = typed
    .split(/[,;\n]/)
    .map((tag) => tag.trim().replace(/^#/, '').slice(0, presetLimits.tag).trim());
  const byName = new Map(tags.filter(Boolean).map((tag) => [tag.toLocaleLowerCase(), tag]));
  return [...byName.values()].slice(0, presetLimits.tags);
}

/** The same as a person types them. */
export function writeTags(tags: readonly string[] = []): string {
  return tags.join(', ');
}
