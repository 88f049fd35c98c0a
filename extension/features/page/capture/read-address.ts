import type { FileAnswer } from '#shared/capture/read-file.ts';
import type { CaptureRoute, Refusal } from '#shared/capture/receipt.ts';
import { hasSameShape } from '#shared/capture/same-picture.ts';
import { toErrorData } from '#shared/errors/app-error.ts';
import { boundedSvg } from '#shared/images/bounded-svg.ts';
import { isComplete } from '#shared/images/complete.ts';
import { drawingWeight } from '#shared/images/drawing-weight.ts';
import { type PictureHeader, readPictureHeader } from '#shared/images/header.ts';
import { stillGif } from '#shared/images/headers/gif.ts';
import { sniffMimeType } from '#shared/images/sniff.ts';
import type { Bytes, StoredBlob } from '#shared/ports.ts';
import { dataUrlOf } from '../../../platform/data-url.ts';
import type { PageAgent } from '../agent-client.ts';
import type { PictureFacts } from '../messages.ts';
import { fetchByExtension } from './fetch-by-extension.ts';
import type { Trail } from './trail.ts';

export type Taken = { source: StoredBlob; header: PictureHeader; route: CaptureRoute };

export type Scene = {
  agent: PageAgent;
  jobId: string;
  facts: PictureFacts;
  trail: Trail;
  knownRoute?: CaptureRoute | undefined;
};

/** The picture at one of a candidate's addresses, by whichever way asks least; `null`, and noted, where none leads to it. */
export async function readAddress(scene: Scene, addressIndex: number): Promise<Taken | null> {
  const { agent, jobId, facts, trail } = scene;
  const read = await agent.read(jobId, addressIndex);
  if (read?.ok) {
    const taken = await pictureIn(read.bytes, 'page-fetch', scene);
    if (taken) return taken;
  } else if (read) trail.note('page-fetch', read.refusal);
  const url = facts.addresses[addressIndex]?.url ?? '';
  if (!/^https?:/.test(url) || isFinal(read?.ok === false ? read.refusal : null)) return null;
  const { route, file } = await fetchByExtension(url, {
    pageOrigin: facts.pageOrigin,
    isGood: (answer) => isGood(answer, facts),
    knownRoute: scene.knownRoute,
  });
  if (file.ok) return pictureIn(file.bytes, route, scene);
  // The page reads what is of its own site: a permission for that would change nothing.
  const isOwn = URL.parse(url)?.origin === facts.pageOrigin;
  trail.note(route, file.refusal === 'not-allowed' && isOwn ? 'not-shared' : file.refusal, { url });
  return null;
}

const finalRefusals: ReadonlySet<Refusal> = new Set(['private', 'too-large', 'too-slow', 'cut-short']);

/** What no other way to the same address would change. */
function isFinal(refusal: Refusal | null): boolean {
  return refusal !== null && finalRefusals.has(refusal);
}

/** Against hotlinking some servers answer with another picture: then the shape is not the one on the page. */
function isGood(answer: FileAnswer, { widthPx, heightPx }: PictureFacts): boolean {
  if (!answer.ok) return false;
  if (isDrawing(answer.bytes)) return true;
  const header = headerOf(answer.bytes);
  if ('refusal' in header) return false;
  return widthPx * heightPx === 0 || hasSameShape(header, { widthPx, heightPx });
}

/** Only what begins like a raster picture, and is not too large to open, goes on; a drawing is drawn first. */
export async function pictureIn(bytes: Bytes, route: CaptureRoute, scene: Scene): Promise<Taken | null> {
  if (isDrawing(bytes)) return drawnPicture(bytes, route, scene);
  const header = headerOf(bytes);
  if (!('refusal' in header)) return { source: stillOf(bytes, header), header, route };
  scene.trail.note(route, header.refusal, header);
  return null;
}

/** Of a GIF that moves nothing but its first frame is ever used: the others are let go here. */
function stillOf(bytes: Bytes, { mimeType, animated }: PictureHeader): StoredBlob {
  return { bytes: mimeType === 'image/gif' && animated ? stillGif(bytes) : bytes, mimeType };
}

/** More elements hold up the page that has to draw them. Maps have some ten thousand. */
const maxDrawingWeight = 500_000;

async function drawnPicture(svg: Bytes, route: CaptureRoute, scene: Scene): Promise<Taken | null> {
  if (drawingWeight(svg) > maxDrawingWeight) {
    scene.trail.note(route, 'unsupported', { detail: 'the drawing repeats itself too often' });
    return null;
  }
  const svgUrl = await dataUrlOf({ bytes: boundedSvg(svg), mimeType: 'image/svg+xml' });
  const drawn = await scene.agent.pixels(scene.jobId, svgUrl);
  if (drawn?.ok) return pictureIn(drawn.bytes, route, scene);
  scene.trail.note(route, 'unsupported');
  return null;
}

function isDrawing(bytes: Bytes): boolean {
  return sniffMimeType(bytes) === 'image/svg+xml';
}

function headerOf(bytes: Bytes): PictureHeader | { refusal: Refusal; detail: string } {
  try {
    const header = readPictureHeader(bytes);
    if (isComplete(bytes, header.mimeType)) return header;
    return { refusal: 'cut-short', detail: 'the file is cut short' };
  } catch (error) {
    const { code, detail } = toErrorData(error);
    if (code === 'picture-too-large') return { refusal: 'too-large', detail };
    return { refusal: code === 'picture-unsupported' ? 'unsupported' : 'not-a-picture', detail };
  }
}
