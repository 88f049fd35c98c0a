import type { ResultFile } from '#shared/history/result-file.ts';

/** More at once than this no app takes, and no memory holds for long. */
export const mostShared = 10;

/** What became of it. `unpressed`: reading took so long that the browser no longer sees a press. */
export type Sharing = 'shared' | 'dismissed' | 'unpressed';

/** Whether this device hands pictures to its other apps. */
export function canShareFiles(): boolean {
  const empty = toFile({ bytes: new Uint8Array(), mimeType: 'image/png', name: 'picture.png' });
  return typeof navigator.canShare === 'function' && navigator.canShare({ files: [empty] });
}

/**
 * Opens the system's own sheet with these files. To be called in a click, or soon after: browsers count a press for
 * about five seconds. That the person only thought better of it is no error. Rejects where the device refuses.
 */
export async function shareFiles(files: readonly ResultFile[]): Promise<Sharing> {
  try {
    await navigator.share({ files: files.map(toFile) });
    return 'shared';
  } catch (error) {
    if (isNamed(error, 'AbortError')) return 'dismissed';
    if (isNamed(error, 'NotAllowedError') && !isPressed()) return 'unpressed';
    throw error;
  }
}

function isPressed(): boolean {
  return navigator.userActivation?.isActive ?? false;
}

function isNamed(error: unknown, name: string): boolean {
  return error instanceof DOMException && error.name === name;
}

function toFile({ bytes, mimeType, name }: ResultFile): File {
  return new File([bytes], name, { type: mimeType });
}
