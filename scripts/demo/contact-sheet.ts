import sharp from 'sharp';

const cellPx = 360;
const gapPx = 16;

export type SheetRow = { beforePath: string; afterPath: string; label: string };

/** Before and after side by side, one row a picture. */
export async function writeContactSheet(rows: readonly SheetRow[], path: string): Promise<void> {
  const cells = await Promise.all(
    rows.flatMap((row, index) => [
      cell(row.beforePath, gapPx, rowTopPx(index)),
      cell(row.afterPath, gapPx * 2 + cellPx, rowTopPx(index)),
      label(row.label, rowTopPx(index) + cellPx),
    ]),
  );
  const width = cellPx * 2 + gapPx * 3;
  const sheet = sharp({
    create: { width, height: rowTopPx(rows.length), channels: 3, background: '#f6f5f2' },
  });
  await sheet.composite(cells).png().toFile(path);
}

function rowTopPx(index: number): number {
  return gapPx + index * (cellPx + 24 + gapPx);
}

async function cell(path: string, left: number, top: number) {
  const input = await sharp(path)
    .resize(cellPx, cellPx, { fit: 'contain', background: '#ffffff' })
    .png()
    .toBuffer();
  return { input, left, top };
}

async function label(text: string, top: number) {
  const words = text.replace(/[&<>]/g, '');
  const svg = `<svg width="${cellPx * 2}" height="24"><text y="17" font-family="sans-serif" font-size="14" fill="#5b5c56">${words}</text></svg>`;
  return { input: Buffer.from(svg), left: gapPx, top };
}
