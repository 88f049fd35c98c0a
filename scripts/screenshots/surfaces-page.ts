import { existsSync } from 'node:fs';
import { readdir, writeFile } from 'node:fs/promises';
import { root } from '../build/run.ts';
import { schemes } from './scene.ts';
import { makeSheet } from './surface-sheet.ts';
import { type Surface, surfaces } from './surfaces.ts';

const shots = `${root}dist/screenshots`;
const pictures = `${root}docs/pictures`;

/**
 * Makes `docs/surfaces.md` and its sheets from the shots that lie there, whichever run took them, and answers
 * the names of the sheets. A sheet that lacks a shot is left as it is, and said so.
 */
export async function writeSurfacesPage(): Promise<string[]> {
  for (const surface of surfaces) {
    const missing = missingShots(surface);
    if (missing.length > 0) console.error(`${surface.fileName} stays: no ${missing.join(', ')}`);
    else await writeFile(`${pictures}/${surface.fileName}`, await makeSheet(surface, pathOf));
  }
  const known = await readdir(pictures);
  await writeFile(
    `${root}docs/surfaces.md`,
    pageOf(surfaces.filter(({ fileName }) => known.includes(fileName))),
  );
  return surfaces.map(({ fileName }) => fileName);
}

function pathOf(scene: string, widthPx: number, scheme: string): string {
  return `${shots}/${scene}-${widthPx}-${scheme}.webp`;
}

function missingShots({ shots: wanted }: Surface): string[] {
  const isMissing = (scene: string, widthPx: number) =>
    schemes.some((scheme) => !existsSync(pathOf(scene, widthPx, scheme)));
  return wanted.filter(([, scene, widthPx]) => isMissing(scene, widthPx)).map(([, scene]) => scene);
}

function pageOf(shown: readonly Surface[]): string {
  return [
    '# Every surface, light and dark',
    'Pictures of the built product, made by `npm run screenshots`, which writes this page as well: no state below is drawn by hand.',
    ['| surface | states |', '| --- | --- |', ...shown.map(rowOf)].join('\n'),
    ...shown.map(partOf),
  ]
    .join('\n\n')
    .concat('\n');
}

function rowOf({ title, shots: states }: Surface): string {
  return `| [${title}](#${anchorOf(title)}) | ${states.map(([state]) => state).join(' · ')} |`;
}

function partOf({ title, lead, fileName, shots: states }: Surface): string {
  const alt = `${title}: ${states.map(([state]) => state.toLowerCase()).join(', ')}`;
  return `## ${title}\n\n${lead}\n\n![${alt}](pictures/${fileName})`;
}

/** As GitHub makes them of headings. */
function anchorOf(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N} -]/gu, '')
    .replaceAll(' ', '-');
}
