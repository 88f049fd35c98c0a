/** Path of the Chromium or Chrome to use, `null` when there is none. */
export function findChromium(): string | null;

/** Path of the Firefox to use, `null` when there is none. */
export function findFirefox(): string | null;
