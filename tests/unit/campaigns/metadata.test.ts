import exifr from 'exifr';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { prepareForUpload } from '#shared/images/prepare.ts';
import { rounds } from '../../campaign.ts';
import { createSharpCodec } from '../../fakes/sharp-codec.ts';
import {
  flag,
  join,
  orientations,
  pngChunk,
  toBytes,
  withJpegSegment,
  withPngChunk,
} from '../images/sample-pictures.ts';

/** Not to be found anywhere in what goes out. */
const secrets = ['SN-4711-0815', 'Tannenweg 7', '52.5163N'];
const [serial, street, place] = secrets as [string, string, string];

const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about="" xmlns:exif="http://ns.adobe.com/exif/1.0/" xmlns:aux="http://ns.adobe.com/exif/1.0/aux/"
  exif:GPSLatitude="${place}" exif:GPSLongitude="13,22.6E" aux:SerialNumber="${serial}"/></rdf:RDF></x:xmpmeta>`;

const exif = {
  IFD0: { Make: 'Camera', Artist: street, ImageDescription: `Taken at ${street}` },
  IFD2: { BodySerialNumber: serial, LensSerialNumber: serial },
  IFD3: {
    GPSLatitudeRef: 'N',
    GPSLatitude: '52/1 30/1 58/1',
    GPSLongitudeRef: 'E',
    GPSLongitude: '13/1 22/1 39/1',
  },
};

const iptc = join('Photoshop 3.0\0', '8BIM\x04\x04\0\0\0\0\0\x10', '\x1c\x02\x5a\0\x0b', street, '\0');

type Told = { name: string; bytes: () => Promise<Uint8Array> };

/** Upright or turned, in each format, with everything a camera or an editor writes down. */
const turned = orientations.flatMap((orientation) => {
  const told = () => flag().withExif(exif).withMetadata({ orientation, exif }).withXmp(xmp);
  return [
    { name: `jpeg, orientation ${orientation}`, bytes: () => toBytes(told().jpeg({ quality: 95 })) },
    { name: `webp, orientation ${orientation}`, bytes: () => toBytes(told().webp({ lossless: true })) },
    { name: `png, orientation ${orientation}`, bytes: () => toBytes(told().png()) },
    {
      name: `jpeg pressed hard, orientation ${orientation}`,
      bytes: () => toBytes(told().jpeg({ quality: 20 })),
    },
    {
      name: `jpeg, progressive, orientation ${orientation}`,
      bytes: () => toBytes(told().jpeg({ progressive: true })),
    },
    {
      name: `png of a palette, orientation ${orientation}`,
      bytes: () => toBytes(told().png({ palette: true })),
    },
  ] satisfies Told[];
});

const plainJpeg = () => toBytes(flag().jpeg({ quality: 40 }));
const plainPng = () => toBytes(flag().png());
const itxt = (keyword: string) => pngChunk('iTXt', `${keyword}\0\0\0\0\0${xmp}`);

/** Places where metadata hides beside EXIF. */
const hidden: readonly Told[] = [
  { name: 'a comment', bytes: async () => withJpegSegment(await plainJpeg(), 0xfe, `${street} ${serial}`) },
  { name: 'IPTC', bytes: async () => withJpegSegment(await plainJpeg(), 0xed, iptc) },
  {
    name: 'XMP',
    bytes: async () => withJpegSegment(await plainJpeg(), 0xe1, `http://ns.adobe.com/xap/1.0/\0${xmp}`),
  },
  {
    name: 'a thumbnail in JFIF',
    bytes: async () => withJpegSegment(await plainJpeg(), 0xe0, `JFXX\0\x13${serial}`),
  },
  { name: 'an unknown segment', bytes: async () => withJpegSegment(await plainJpeg(), 0xe9, serial) },
  { name: 'bytes behind a JPEG', bytes: async () => join(await plainJpeg(), serial, street) },
  {
    name: 'PNG text',
    bytes: async () => withPngChunk(await plainPng(), pngChunk('tEXt', `Comment\0${serial} ${street}`)),
  },
  { name: 'PNG XMP', bytes: async () => withPngChunk(await plainPng(), itxt('XML:com.adobe.xmp')) },
  { name: 'a PNG time and text', bytes: async () => withPngChunk(await plainPng(), itxt('Location')) },
  {
    name: 'a private PNG chunk',
    bytes: async () => withPngChunk(await plainPng(), pngChunk('prVt', serial)),
  },
  { name: 'bytes behind a PNG', bytes: async () => join(await plainPng(), serial, street) },
  { name: 'a GIF comment', bytes: gifWithComment },
];

const all: readonly Told[] = [...turned, ...hidden];
const seed = Number(process.env.RESTYLE_SEED) || 1;
const from = seed % all.length;
const chosen = [...all.slice(from), ...all.slice(0, from)].slice(0, rounds({ sample: 12, all: all.length }));
const codec = createSharpCodec();

describe(`of ${all.length} pictures that tell of a person`, () => {
  it.each(chosen)('nothing is left to tell, and it stands upright: $name', async ({ bytes }) => {
    const before = await bytes();
    expect(
      secrets.some((secret) => Buffer.from(before).includes(secret)),
      'the sample tells nothing',
    ).toBe(true);
    const { bytes: after } = await prepareForUpload(new Uint8Array(before), { codec });
    const told = await exifr.parse(Buffer.from(after), {
      xmp: true,
      iptc: true,
      gps: true,
      mergeOutput: true,
    });
    const names = Object.keys(told ?? {}).filter((name) =>
      /gps|latitude|longitude|serial|artist|city/i.test(name),
    );
    expect(names).toEqual([]);
    for (const secret of secrets) expect(Buffer.from(after).includes(secret), secret).toBe(false);
    expect(await exifr.gps(Buffer.from(after)).catch(() => undefined)).toBeUndefined();
  });

  it.each([...orientations])('each turn is undone: orientation %i', async (orientation) => {
    const before = await toBytes(flag().withMetadata({ orientation }).jpeg({ quality: 95 }));
    expect(await exifr.orientation(Buffer.from(before))).toBe(orientation);
    const { bytes: after } = await prepareForUpload(before, { codec });
    expect((await exifr.orientation(Buffer.from(after)).catch(() => undefined)) ?? 1).toBe(1);
    expect(await greenQuarter(after)).toBe(await greenQuarter(await toBytes(sharp(before).autoOrient())));
  });
});

/** Which corner of the flag is green. */
async function greenQuarter(bytes: Uint8Array): Promise<string> {
  const { data, info } = await sharp(bytes)
    .removeAlpha()
    .resize(4, 4, { fit: 'fill' })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const isGreen = (x: number, y: number) => {
    const at = (y * info.width + x) * info.channels;
    return (data[at + 1] ?? 0) > 120 && (data[at] ?? 0) < 120;
  };
  const corners: [string, number, number][] = [
    ['nw', 0, 0],
    ['ne', 3, 0],
    ['sw', 0, 3],
    ['se', 3, 3],
  ];
  return corners
    .filter(([, x, y]) => isGreen(x, y))
    .map(([name]) => name)
    .join();
}

async function gifWithComment(): Promise<Uint8Array> {
  const gif = await toBytes(flag().gif());
  const comment = join('\x21\xfe', [serial.length], serial, '\0');
  const end = gif.length - 1;
  return join(gif.subarray(0, end), comment, gif.subarray(end));
}
