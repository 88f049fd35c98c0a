import { mkdir, writeFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import sharp from 'sharp';
import type { StudioStage } from '../../tests/fakes/relay/studio-stage.ts';
import { root } from '../build/run.ts';
import { documentPictures, writeDocumentPicture } from './document-pictures.ts';
import { type Scene, type Scheme, schemes } from './scene.ts';
import { type FigmaScene, shootFigma } from './scenes/figma-panel.ts';
import { openVisitor, type WebAppScene } from './scenes/web-app.ts';
import { shoot } from './shoot.ts';
import type { Stage } from './stage.ts';

/** All pictures, to look at; those that documents show are made anew beside them. */
const folder = `${root}dist/screenshots`;

type ShootAt = (widthPx: number, scheme: Scheme, density: number) => Promise<Buffer>;

/** Brings a scene about; takes its pictures when they are wanted. Scenes that are not lay the ground for others. */
export async function takeScene(scene: Scene, stage: Stage, isWanted: boolean): Promise<void> {
  const page = await scene.open(stage);
  const shootAt: ShootAt = (widthPx, scheme, density) => shoot(page, { ...scene, widthPx, scheme, density });
  if (isWanted) await takeAll(scene.name, scene.widthsPx, shootAt);
  await page.close();
  for (const end of stage.leaving.splice(0)) await end();
}

export async function takeFigmaScene(scene: FigmaScene, browser: Browser): Promise<void> {
  const { name, sizes = {} } = scene;
  await takeAll(name, [340, ...Object.keys(sizes).map(Number)], (widthPx, scheme, density) =>
    shootFigma(browser, scene, { theme: scheme, density, widthPx }),
  );
}

/** Each width is another device, which comes to the scene by itself. */
export async function takeWebAppScene(
  scene: WebAppScene,
  browser: Browser,
  stage: StudioStage,
): Promise<void> {
  const heightPx = 844;
  for (const widthPx of scene.widthsPx) {
    const page = await openVisitor(browser, widthPx, heightPx);
    await scene.act(page, stage);
    const shootAt: ShootAt = (_, scheme, density) => shoot(page, { widthPx, heightPx, scheme, density });
    await takeAll(scene.name, [widthPx], shootAt);
    await page.context().close();
  }
}

async function takeAll(name: string, widthsPx: readonly number[], shootAt: ShootAt): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const widthPx of widthsPx) {
    for (const scheme of schemes) {
      const path = `${folder}/${name}-${widthPx}-${scheme}.webp`;
      await writeFile(path, await toWebp(await shootAt(widthPx, scheme, 1)));
      report(path);
    }
  }
  for (const { fileName, scene, widthPx, schemes: shown, density } of documentPictures) {
    if (scene !== name) continue;
    const shots: Buffer[] = [];
    for (const scheme of shown) shots.push(await shootAt(widthPx, scheme, density));
    report(await writeDocumentPicture(fileName, shots));
  }
}

function toWebp(png: Buffer): Promise<Buffer> {
  return sharp(png).webp({ quality: 82 }).toBuffer();
}

function report(path: string): void {
  console.error(path.slice(root.length));
}
