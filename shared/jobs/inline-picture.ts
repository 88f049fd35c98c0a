import { pictureDataUrl } from '#shared/images/data-url.ts';
import type { Drive } from '#shared/jobs/drive.ts';
import type { BlobKey } from '#shared/ports.ts';

const prefix = 'stored:';

/** The value of a picture input that travels inside the request: the journal holds no picture, only its key. */
export function inlinePicture(key: BlobKey): string {
  return `${prefix}${key}`;
}

/** A picture input's value as it goes over the wire. Raises `picture-lost`. */
export async function sentPictureValue(drive: Drive, pictureValue: string): Promise<string> {
  if (!pictureValue.startsWith(prefix)) return pictureValue;
  return pictureDataUrl(await drive.blob(pictureValue.slice(prefix.length)));
}

/** The form of the value that went over the wire, which is all that can be compared of an inline one. */
export function sentPictureForm(pictureValue: string): string {
  return pictureValue.startsWith(prefix) ? 'data:,' : pictureValue;
}
