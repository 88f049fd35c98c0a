/**
 * One line about the set-up. On stderr, so that stdout stays clean for `--json`.
 * @param {string} sentence
 */
export function say(sentence) {
  process.stderr.write(`set-up: ${sentence}\n`);
}

/** @param {number} startMs what `performance.now()` said at the start */
export function secondsSince(startMs) {
  return `${((performance.now() - startMs) / 1000).toFixed(1)} s`;
}
