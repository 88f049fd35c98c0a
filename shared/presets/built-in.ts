import { builtInPresetWords as words } from '#shared/i18n/en/built-in-presets.ts';
import type { Preset, PresetFamily, SafeRange } from '#shared/presets/preset.ts';
import { paintingPrompts, printPrompts } from '#shared/presets/prompts/art-prompts.ts';
import { illustrationPrompts } from '#shared/presets/prompts/illustration-prompts.ts';
import { filmPrompts, lightPrompts } from '#shared/presets/prompts/photo-prompts.ts';
import { productPrompts } from '#shared/presets/prompts/product-prompts.ts';

type Slug = keyof typeof words;

/** An instruction with the strength it is written for, 0..1, and how far from it it still works. */
export type BuiltInPrompt = { prompt: string; strength: number; safe: SafeRange };

const families: Readonly<Record<PresetFamily, Partial<Record<Slug, BuiltInPrompt>>>> = {
  light: lightPrompts,
  film: filmPrompts,
  illustration: illustrationPrompts,
  painting: paintingPrompts,
  print: printPrompts,
  product: productPrompts,
};

/** A slug names the preset's words and, with `.webp`, its illustration. It never changes: jobs and marks hold it. */
function builtIn(slug: Slug, folder: PresetFamily, { prompt, strength, safe }: BuiltInPrompt): Preset {
  return {
    version: 1,
    id: `builtin.${slug}`,
    ...words[slug],
    prompt,
    strength,
    safe,
    folder,
    builtIn: true,
    picture: `${slug}.webp`,
  };
}

const slugs = Object.keys(words) as Slug[];

/** As many as a person leafs through in a menu; what is a favourite comes first. */
export const mostInMenu = 8;

/** What every install starts with. Those in front stand in the menu until a person has favourites. */
export const builtInPresets: readonly Preset[] = slugs.flatMap((slug) =>
  Object.entries(families).flatMap(([folder, prompts]) => {
    const found = prompts[slug];
    return found ? [builtIn(slug, folder as PresetFamily, found)] : [];
  }),
);
