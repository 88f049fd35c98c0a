import type { BuildOptions } from 'vite';

/** The popup paints its own header before it fetches anything else, and then knows what to fetch. */
export const popupPreloadsNothing: NonNullable<BuildOptions['modulePreload']> = {
  polyfill: false,
  resolveDependencies: (_, files, { hostId, hostType }) =>
    hostType === 'html' && hostId.includes('/popup/') ? [] : files,
};
