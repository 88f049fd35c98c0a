import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { connect } from '../../scripts/product/connect.ts';
import { openProduct, type Product } from '../../scripts/product/open-product.ts';
import { type PhotoPage, servePhotoPage } from '../../scripts/product/photo-page.ts';
import { type StandIn, startStandIn } from '../stand-in/stand-in.ts';

export const photo = (name: string) => fileURLToPath(new URL(`../fixtures/photos/${name}`, import.meta.url));

const quickTiming = { queueMs: 50, coldStartMs: 50, runMs: 400, archiveMs: 50 };

export type ProductTest = {
  product: Product;
  standIn: StandIn;
  photos: PhotoPage;
  page: Page;
  close(): Promise<void>;
};

/** The built extension in a cold browser, connected through its own settings page, on a page of photographs. */
export async function startProductTest(
  names: readonly string[] = ['coffee.png', 'rocket.jpg'],
  { megapixels = 0.1 } = {},
): Promise<ProductTest> {
  const standIn = await startStandIn({ timing: quickTiming, megapixels });
  const photos = await servePhotoPage(names.map(photo));
  const product = await openProduct();
  await connect(product, standIn);
  const page = await product.session.context.newPage();
  await page.goto(photos.url);
  return {
    product,
    standIn,
    photos,
    page,
    async close() {
      await product.close();
      await photos.close();
      await standIn.close();
    },
  };
}
