import type { ReadAnswer } from '../messages.ts';

const maxPictureBytes = 25 * 1024 * 1024;

/** The bytes behind an address as the page itself may read them: its own files, `data:`, `blob:`, or by CORS. */
export async function readPicture(pictureUrl: string): Promise<ReadAnswer> {
  try {
    const response = await fetch(pictureUrl, { cache: 'force-cache' });
    if (!response.ok) return { ok: false, reason: `the page's own request answered ${response.status}` };
    const blob = await response.blob();
    if (blob.size > maxPictureBytes) return { ok: false, reason: `larger than ${maxPictureBytes} bytes` };
    return { ok: true, dataUrl: await dataUrlOf(blob) };
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : String(error) };
  }
}

/** Messages carry text only in Chromium. */
function dataUrlOf(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
}
