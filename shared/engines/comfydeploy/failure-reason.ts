/** Signs in a Python log, most telling first, and what they mean to a person. */
const signs: readonly (readonly [RegExp, string])[] = [
  [/out of memory|OutOfMemoryError/i, 'The GPU ran out of memory: a smaller picture or a larger GPU helps.'],
  [
    /node type .* not found|does not exist\. Cannot execute|missing node/i,
    'The server misses a custom node of the workflow.',
  ],
  [
    /not in \[|value not in list|no such file.*\.(safetensors|ckpt|pt)/i,
    'The server misses a model the workflow needs.',
  ],
  [/cannot identify image|UnidentifiedImageError/i, 'The server could not read the picture.'],
  [/timed? ?out/i, 'It ran out of time.'],
];

/**
 * Why a run failed, read from its log lines (the only place ComfyDeploy says so): a plain sentence
 * where the cause is known, else the last line that names an error, else `null`.
 */
export function failureReasonFrom(logs: readonly string[]): string | null {
  const lines = logs.flatMap((log) => log.split('\n')).map((line) => line.trim());
  const known = signs.find(([sign]) => lines.some((line) => sign.test(line)));
  if (known) return known[1];
  const named = lines.filter((line) => /error|exception/i.test(line)).at(-1);
  return named ? named.slice(0, 200) : null;
}
