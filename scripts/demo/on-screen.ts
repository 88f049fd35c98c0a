import { openProduct } from '../product/open-product.ts';
import { servePhotoPage } from '../product/photo-page.ts';
import { connectEngine } from './connect-engine.ts';
import type { EngineOptions } from './engine-options.ts';
import { ownPhotos } from './input-files.ts';

/** A browser on the person's own screen, connected and on a page of photographs; ends when it is closed. */
export async function showOnScreen(engine: EngineOptions): Promise<number> {
  const product = await openProduct('person');
  const photos = await servePhotoPage(await ownPhotos());
  console.error('The browser asks whether Restyle may reach its server: press Allow.');
  await connectEngine(product, engine);
  const page = await product.session.context.newPage();
  await page.goto(photos.url);
  console.error('Right-click any photograph and choose Restyle. Close the browser to end.');
  await product.session.context.waitForEvent('close', { timeout: 0 });
  await photos.close();
  return 0;
}
