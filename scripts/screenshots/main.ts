/** `npm run screenshots [-- popup overlay-result]`: every surface and state of the built product, as pictures. */
import { launchBrowser } from '../../tests/fakes/figma/panel-page.ts';
import { buildIfStale } from '../build/if-stale.ts';
import { tidyDocumentPictures } from './document-pictures.ts';
import { adminScenes } from './scenes/admin.ts';
import { extensionScenes } from './scenes/all.ts';
import { figmaScenes } from './scenes/figma.ts';
import { webAppScenes as appScenes, openWebAppStage } from './scenes/web-app.ts';
import { disconnect, openStage } from './stage.ts';
import { writeSurfacesPage } from './surfaces-page.ts';
import { takeFigmaScene, takeScene, takeWebAppScene } from './take.ts';

const webAppScenes = [...appScenes, ...adminScenes];
const names = process.argv.slice(2);
const isWanted = ({ name }: { name: string }) =>
  names.length === 0 || names.some((start) => name.startsWith(start));

if (extensionScenes.some(isWanted)) await takeExtension();
if (figmaScenes.some(isWanted)) await takeFigma();
if (webAppScenes.some(isWanted)) await takeWebApp();
const sheets = await writeSurfacesPage();
if (names.length === 0) await tidyDocumentPictures(sheets);

async function takeExtension(): Promise<void> {
  await buildIfStale(['chrome']);
  const stage = await openStage();
  try {
    await disconnect(stage);
    for (const scene of extensionScenes) await takeScene(scene, stage, isWanted(scene));
  } finally {
    await stage.close();
  }
}

async function takeFigma(): Promise<void> {
  await buildIfStale(['figma']);
  const browser = await launchBrowser();
  try {
    for (const scene of figmaScenes.filter(isWanted)) await takeFigmaScene(scene, browser);
  } finally {
    await browser.close();
  }
}

async function takeWebApp(): Promise<void> {
  await buildIfStale(['web']);
  const stage = await openWebAppStage();
  const browser = await launchBrowser();
  try {
    for (const scene of webAppScenes.filter(isWanted)) await takeWebAppScene(scene, browser, stage);
  } finally {
    await browser.close();
    await stage.close();
  }
}
