import type { Candidate } from '../candidates/candidate.ts';
import type { Read } from '../outbox.ts';
import { copySize, drawn, vectorSize } from './canvas.ts';
import { drawingUrl } from './drawing.ts';
import { loadImage } from './load-image.ts';

/** The browser decodes no more than this for us; what is larger is a file's business. */
const maxDecodedAreaPx = 36_500_000;

/** The pixels of a picture as the page has them: decoded, drawn, or drawn anew from `svgUrl`. */
export async function copyPixels(candidate: Candidate | null, svgUrl?: string): Promise<Read> {
  try {
    const blob = await (svgUrl ? ofSvg(svgUrl, candidate?.box) : candidate && ofCandidate(candidate));
    return blob ? { ok: true, blob } : { ok: false, refusal: 'blank' };
  } catch {
    return { ok: false, refusal: 'not-shared' };
  }
}

async function ofCandidate({ element, kind, box }: Candidate): Promise<Blob | null> {
  if (kind === 'drawing') return ofSvg(await drawingUrl(element as SVGSVGElement), box);
  if (kind === 'background') return null;
  if (kind === 'canvas') return ofCanvas(element as HTMLCanvasElement);
  if (kind === 'video') return ofVideo(element as HTMLVideoElement);
  return element.localName === 'img' ? ofImage(element as HTMLImageElement) : null;
}

/** The bitmap that was decoded for the page: also of a file that is answered only once. */
async function ofImage(image: HTMLImageElement): Promise<Blob | null> {
  const { naturalWidth: width, naturalHeight: height } = image;
  if (!image.complete || width * height === 0 || width * height > maxDecodedAreaPx) return null;
  return drawn(image, copySize({ width, height }));
}

function ofVideo(video: HTMLVideoElement): Promise<Blob | null> {
  return drawn(video, copySize({ width: video.videoWidth, height: video.videoHeight }));
}

/** WebGL forgets what it drew once it is shown: within a frame, after the page's own drawing, it is there. */
async function ofCanvas(canvas: HTMLCanvasElement): Promise<Blob | null> {
  await new Promise(requestAnimationFrame);
  return drawn(canvas, copySize(canvas));
}

async function ofSvg(url: string, box: DOMRect | undefined): Promise<Blob | null> {
  const image = await loadImage(url);
  const { naturalWidth: width, naturalHeight: height } = image;
  return drawn(image, vectorSize(width * height > 0 ? { width, height } : (box ?? { width: 1, height: 1 })));
}
