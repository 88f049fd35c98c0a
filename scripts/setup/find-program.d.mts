/** Path of the first of these programs that this machine has, `null` when it has none. */
export function findProgram(candidates: readonly string[]): string | null;
