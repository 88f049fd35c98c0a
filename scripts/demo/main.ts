/** `npm start`: Restyle in a real browser, on photographs of ours or pictures of yours. */
import { copyFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { type StandIn, startStandIn } from '../../tests/stand-in/stand-in.ts';
import { buildIfStale } from '../build/if-stale.ts';
import type { Server } from '../product/connect.ts';
import { openProduct } from '../product/open-product.ts';
import { type DemoOptions, parseDemoArguments } from './arguments.ts';
import { connectEngine } from './connect-engine.ts';
import { writeContactSheet } from './contact-sheet.ts';
import type { EngineOptions } from './engine-options.ts';
import { inputFiles } from './input-files.ts';
import { showOnScreen } from './on-screen.ts';
import type { ReportLine } from './report.ts';
import { outputFolder, runFiles, runPage } from './run-inputs.ts';

const hasScreen = process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);

try {
  process.exitCode = await main(parseDemoArguments(process.argv.slice(2)));
} catch (error) {
  console.error(`restyle: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}

async function main(options: DemoOptions): Promise<number> {
  await buildIfStale(['chrome']);
  const { engine } = options;
  const needsStandIn = engine.engine === 'comfydeploy' && engine.server === null;
  const standIn = needsStandIn ? await startStandIn({ hasSettings: true }) : null;
  const connectTo = standIn ? { engine: 'comfydeploy' as const, server: serverOf(standIn) } : engine;
  const isOwnRun = options.inputs.length > 0 || options.page !== null || options.json;
  try {
    return hasScreen && !isOwnRun ? await showOnScreen(connectTo) : await runByItself(options, connectTo);
  } finally {
    await standIn?.close();
  }
}

function serverOf(standIn: StandIn): Server {
  const { baseUrl, apiKey, deploymentId, storageUrl } = standIn;
  return { baseUrl, apiKey, deploymentId, storageUrl };
}

async function runByItself(options: DemoOptions, engine: EngineOptions): Promise<number> {
  const product = await openProduct();
  const mark = product.rights === 'demo' ? ' (rights: demo)' : '';
  const say = (line: string) => console.error(`${line}${mark}`);
  try {
    say(`connecting ${engine.engine} through the settings page`);
    await connectEngine(product, engine);
    const lines = options.page
      ? [await runPage(product, options.page, options)]
      : await runFiles(product, await inputFiles(options.inputs), options, say);
    if (options.json) for (const line of lines) console.log(JSON.stringify(line));
    await keepPictures(lines, say);
    return lines.every(({ status }) => status === 'success') ? 0 : 1;
  } finally {
    await product.close();
  }
}

/** Before, after and contact sheet under fixed names, for whoever just wants to look. */
async function keepPictures(lines: readonly ReportLine[], say: (line: string) => void): Promise<void> {
  const rows = lines.flatMap(({ capturedPath: beforePath, outputPath: afterPath, input }) =>
    beforePath && afterPath ? [{ beforePath, afterPath, label: basename(input) }] : [],
  );
  const first = rows[0];
  if (!first) return;
  const before = `${outputFolder}/before${extname(first.beforePath)}`;
  const after = `${outputFolder}/after.png`;
  const sheet = `${outputFolder}/contact-sheet.png`;
  await copyFile(first.beforePath, before);
  await copyFile(first.afterPath, after);
  await writeContactSheet(rows, sheet);
  for (const path of [before, after, sheet]) say(path);
}
