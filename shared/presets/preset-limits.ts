/** Longest texts a preset takes, in characters, and the most of what it has several of: with its picture it has to fit into 8 KB. */
export const presetLimits = {
  name: 60,
  description: 200,
  prompt: 2_000,
  folder: 40,
  tags: 8,
  tag: 24,
  inputs: 12,
  inputId: 60,
  inputText: 200,
  pictureUrl: 3_500,
} as const;
