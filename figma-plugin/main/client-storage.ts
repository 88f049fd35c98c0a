import { AppError } from '#shared/errors/app-error.ts';

/**
 * The plugin's own store on this computer, 5 MB in all, never part of a file.
 * `set` raises `storage-full`.
 */
export const clientStorage = {
  keys: (): Promise<string[]> => figma.clientStorage.keysAsync(),
  get: (key: string): Promise<unknown> => figma.clientStorage.getAsync(key),
  async set(key: string, value: unknown): Promise<void> {
    try {
      await figma.clientStorage.setAsync(key, value);
    } catch (error) {
      throw new AppError('storage-full', `Figma refused to keep "${key}": ${String(error)}`);
    }
  },
  delete: (key: string): Promise<void> => figma.clientStorage.deleteAsync(key),
};
