/** `{product name}`: letters, digits, spaces and dashes, as a person names a column or a field. */
const pattern = /\{([\p{L}\p{N}][\p{L}\p{N} -]*)\}/gu;

/** The names in a prompt's braces, each once, in the order they first appear. */
export function placeholdersOf(prompt: string): readonly string[] {
  return [...new Set([...prompt.matchAll(pattern)].map(([, name = '']) => name.trim()))];
}

/** The prompt with values in place of their names. A name without a value stays as it is. */
export function fillPlaceholders(prompt: string, values: Readonly<Record<string, string>>): string {
  return prompt.replace(pattern, (whole, name: string) =>
    Object.hasOwn(values, name.trim()) ? (values[name.trim()] ?? whole) : whole,
  );
}
