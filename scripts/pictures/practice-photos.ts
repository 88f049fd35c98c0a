/** Makes the photographs of the practice page from those of the tests: small enough to ship with the extension. */
import { mkdir } from 'node:fs/promises';
import sharp from 'sharp';
import { root } from '../build/run.ts';

const names = ['coffee.png', 'chelsea.png', 'rocket.jpg', 'astronaut.png'];
const widthPx = 480;
const folder = `${root}extension/public/photos`;

await mkdir(folder, { recursive: true });
for (const name of names) {
  await sharp(`${root}tests/fixtures/photos/${name}`)
    .resize({ width: widthPx, height: 360, fit: 'cover', position: 'attention' })
    .webp({ quality: 80, effort: 6 })
    .toFile(`${folder}/${name.replace(/\.\w+$/, '.webp')}`);
}
