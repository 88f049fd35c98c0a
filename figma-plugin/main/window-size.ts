import { isWindowSize, type WindowSize } from '../bridge/window-size.ts';
import { clientStorage } from './client-storage.ts';

const key = 'window';
const firstSize: WindowSize = { widthPx: 340, heightPx: 640 };

/** As it was left on this computer. */
export async function rememberedSize(): Promise<WindowSize> {
  const kept = await clientStorage.get(key).catch(() => null);
  return isWindowSize(kept) ? kept : firstSize;
}

/** Follows the handle at once; what cannot be remembered is only not remembered. */
export async function resizeWindow({ widthPx, heightPx }: WindowSize, isLast: boolean): Promise<void> {
  figma.ui.resize(widthPx, heightPx);
  if (isLast) await clientStorage.set(key, { widthPx, heightPx }).catch(() => {});
}
