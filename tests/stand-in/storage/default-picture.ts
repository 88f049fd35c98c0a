import sharp from 'sharp';

/** The workflow author's own test picture: what comes back when the one that was sent is not usable. */
const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="512" height="512">
  <defs><linearGradient id="sky" x2="0" y2="1">
    <stop offset="0" stop-color="#24428c"/><stop offset="1" stop-color="#f2b48a"/>
  </linearGradient></defs>
  <rect width="512" height="512" fill="url(#sky)"/>
  <circle cx="360" cy="190" r="62" fill="#fff1c9"/>
  <path d="M0 400 L150 240 L270 380 L360 290 L512 420 V512 H0 Z" fill="#2c2f4f"/>
</svg>`;

export const defaultPictureKey = 'inputs/img_5rKwEXAmpLePicture.png';

export function drawDefaultPicture(): Promise<Buffer> {
  return sharp(Buffer.from(drawing)).png().toBuffer();
}
