const step = 1000;
const units = ['bytes', 'KB', 'MB', 'GB', 'TB'];

/** An amount of storage as people read it: `312 MB`, `1.4 GB`. */
export function formatBytes(sizeBytes: number): string {
  let value = sizeBytes;
  let unit = 0;
  for (; value >= step - 0.5 && unit < units.length - 1; unit++) value /= step;
  return `${unit > 0 && value < 9.95 ? value.toFixed(1) : Math.round(value)} ${units[unit]}`;
}
