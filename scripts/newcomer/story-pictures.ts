import { fileURLToPath } from 'node:url';
import sharp from 'sharp';

const sources = ['coffee.png', 'chelsea.png', 'rocket.jpg', 'astronaut.png'];

/** Four photographs of a campaign. */
export function batchPictures() {
  return Promise.all(
    sources.map(async (name, at) => {
      const path = fileURLToPath(new URL(`../../tests/fixtures/photos/${name}`, import.meta.url));
      const picture = sharp(path).resize({ width: 480 });
      const buffer = await picture.jpeg({ quality: 88 }).toBuffer();
      return { name: `campaign-${at + 1}.jpg`, mimeType: 'image/jpeg', buffer };
    }),
  );
}
