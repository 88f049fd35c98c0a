import type { InlineConfig } from 'vite';

type Graph = {
  getModuleInfo(
    id: string,
  ): { importers: readonly string[]; dynamicImporters: readonly string[]; isEntry: boolean } | null;
};

/** The popup and the side panel are the same page; what a third one has too is worth one file for all. */
const enoughPages = 3;

/** All that the popup's page needs while it shows no more than its own header. */
const isOfShell = (id: string) => /\/views\/theme\.ts$|^\0vite\/preload-helper/.test(id);
const isOfWorker = (entry: string) => entry.includes('background-entrypoint');

/**
 * What the background and the pages both need goes into one chunk for both, the core, and what many pages need
 * into another; for the rest the builder decides.
 */
export function shareCore({ build }: InlineConfig): void {
  const output = build?.rollupOptions?.output;
  if (!output || Array.isArray(output)) throw new Error('The pages are built into one output.');
  const known = new Map<string, ReadonlySet<string>>();
  const name = (id: string, graph: Graph) => {
    if (isOfShell(id)) return 'shell';
    const entries = [...entriesTo(id, graph, known)];
    if (entries.some(isOfWorker)) return entries.every(isOfWorker) ? null : 'core';
    return entries.length >= enoughPages ? 'views' : null;
  };
  output.codeSplitting = { groups: [{ name, debugName: 'core' }] };
}

/** The entries that lead to a module, by one way or another. */
function entriesTo(id: string, graph: Graph, known: Map<string, ReadonlySet<string>>): ReadonlySet<string> {
  const entries = new Set<string>();
  const seen = new Set([id]);
  for (const each of seen) {
    const before = known.get(each);
    for (const entry of before ?? []) entries.add(entry);
    const module = before ? null : graph.getModuleInfo(each);
    if (module?.isEntry) entries.add(each);
    for (const importer of [...(module?.importers ?? []), ...(module?.dynamicImporters ?? [])])
      seen.add(importer);
  }
  known.set(id, entries);
  return entries;
}
