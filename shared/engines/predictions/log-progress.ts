/**
 * How far a run is, 0..1, by the last progress bar in its logs; `null` when there is none. Models
 * in Python print tqdm's: ` 43%|████▎     | 12/28 [00:03<00:04,  3.51it/s]`.
 */
export function progressFromLogs(logs: string): number | null {
  const percent = [...logs.matchAll(/(\d{1,3})%\s*\|/g)].at(-1)?.[1];
  return percent === undefined ? null : Math.min(Number(percent), 100) / 100;
}
