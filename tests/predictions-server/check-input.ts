/** What Replicate's models take; plain servers take anything. */
const known: ReadonlySet<string> = new Set([
  'prompt',
  'input_image',
  'aspect_ratio',
  'seed',
  'output_format',
  'output_quality',
  'safety_tolerance',
  'prompt_upsampling',
  'num_inference_steps',
  'guidance',
  'go_fast',
  'disable_safety_checker',
]);

/** The sentence of a 422, `null` when the input passes. Strict, as a model's schema may be. */
export function problemOf(input: Record<string, unknown>, isModelOfReplicate: boolean): string | null {
  if (typeof input.prompt !== 'string') return '- input: prompt is required';
  if (!isModelOfReplicate) return null;
  const stranger = Object.keys(input).find((name) => !known.has(name));
  if (stranger) return `- input: Additional property ${stranger} is not allowed`;
  if (input.seed !== undefined && !Number.isInteger(input.seed)) {
    return '- input.seed: Invalid type. Expected: integer';
  }
  return null;
}
