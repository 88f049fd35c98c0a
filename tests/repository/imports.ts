import { existsSync } from 'node:fs';
import { posix } from 'node:path';
import { read, root } from './source-tree.ts';

const specifiers = /(?:\bfrom|\bimport)\s*\(?\s*'([^']+)'/g;

export type Import = { from: string; to: string };

/** What a file imports of ours, as paths from the root; packages are left out. */
export function importsOf(from: string): Import[] {
  return importsIn(from, read(from));
}

/** What a file needs at run time, through all its imports, itself first. Imports of types alone are erased. */
export function reachableFrom(entry: string): ReadonlySet<string> {
  const reached = new Set([entry]);
  for (const path of reached) {
    const code = read(path).replaceAll(/\b(import|export) type [^;]+;/g, '');
    for (const { to } of importsIn(path, code)) if (existsSync(root + to)) reached.add(to);
  }
  return reached;
}

function importsIn(from: string, code: string): Import[] {
  return [...code.matchAll(specifiers)].flatMap(([, specifier = '']) => {
    if (specifier.startsWith('#shared/')) return { from, to: specifier.slice(1) };
    if (specifier.startsWith('.')) return { from, to: posix.join(posix.dirname(from), specifier) };
    return [];
  });
}
