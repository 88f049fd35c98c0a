const dataKey = 'file-id';

/**
 * An id of this file: layer ids repeat from file to file, and a result must never land in another.
 * Figma gives its own file key to private plugins only. The id says nothing of anybody; a fresh one
 * comes from the panel, since the main thread has no source of randomness worth the name.
 */
export function identifyFile(freshId: string): string {
  const known = figma.root.getPluginData(dataKey);
  if (known) return known;
  try {
    figma.root.setPluginData(dataKey, freshId);
  } catch {
    // A file that cannot be written to has no results to come back for either.
  }
  return freshId;
}
