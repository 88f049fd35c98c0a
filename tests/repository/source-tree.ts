import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of package.json, with a slash at its end. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/** What is made, not written: it has rules of its own, or none. */
const madeFolders = new Set(['node_modules', 'dist', '.git', '.wxt', '.cache']);
const isMade = (path: string) => madeFolders.has(basename(path));

/** All files that people write, as paths from the root with forward slashes. */
export const writtenFiles: readonly string[] = globSync('**/*.*', { cwd: root, exclude: isMade })
  .map((path) => path.replaceAll('\\', '/'))
  .concat(globSync('.ci/*', { cwd: root }))
  .sort();

/** Code and style sheets, without the material that tests are fed with. */
export const sourceFiles = writtenFiles.filter(
  (path) => /\.([cm]?[jt]sx?|css)$/.test(path) && !path.startsWith('tests/fixtures/'),
);

export function read(path: string): string {
  return readFileSync(root + path, 'utf8');
}

/** Lists offenders in an assertion's message, one a line. */
export function list(lines: readonly string[]): string {
  return lines.map((line) => `\n  ${line}`).join('');
}
