import * as z from '#shared/zod.ts';

const markSchema = z.looseObject({
  version: z.literal(1),
  favourite: z.optional(z.boolean()),
  hidden: z.optional(z.boolean()),
  /** Place in the list, ascending; any number between two others is between them. */
  order: z.optional(z.number()),
});

/** What a person has said about a preset, their own or a built-in one. */
export type PresetMark = z.infer<typeof markSchema>;

/** A stored mark; `null` when it is damaged or of a version we do not know. */
export function parsePresetMark(stored: unknown): PresetMark | null {
  const parsed = markSchema.safeParse(stored);
  return parsed.success ? parsed.data : null;
}
