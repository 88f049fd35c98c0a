const everyMs = 200;
const workMs = 4;

/**
 * By how much everything takes longer than on a machine with nothing else to do: how long a few milliseconds of
 * work take by the clock on the wall, looked at now and then until it is asked.
 */
export function watchSlowdown(): () => number {
  const ratios: number[] = [];
  const timer = setInterval(() => ratios.push(elapsedForWork() / workMs), everyMs);
  return () => {
    clearInterval(timer);
    return Math.max(1, ratios.reduce((sum, each) => sum + each, 0) / Math.max(ratios.length, 1));
  };
}

function elapsedForWork(): number {
  const beganMs = performance.now();
  const begun = process.threadCpuUsage();
  for (;;) {
    const { user, system } = process.threadCpuUsage(begun);
    if ((user + system) / 1000 >= workMs) return performance.now() - beganMs;
  }
}
