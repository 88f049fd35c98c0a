import { logLinesSchema } from '#shared/engines/comfydeploy/wire.ts';
import type { Api } from '#shared/engines/http/api.ts';
import type { Clock } from '#shared/ports.ts';

/** Signs in a Python log, most telling first, and what they mean to a person. */
const signs: readonly (readonly [RegExp, string])[] = [
  [/out of memory|OutOfMemoryError/i, 'The GPU ran out of memory: a smaller picture or a larger GPU helps.'],
  [
    /node type .* not found|does not exist\. Cannot execute|missing node|missing_node_type|IMPORT FAILED/i,
    'The server misses a custom node of the workflow.',
  ],
  [
    /not in \[|value not in list|value_not_in_list|no such file.*\.(safetensors|ckpt|pth?|gguf)|(model|checkpoint|lora) .*not found/i,
    'The server misses a model the workflow needs.',
  ],
  [
    /cannot identify image|UnidentifiedImageError|image file is truncated|decompression bomb/i,
    'The server could not read the picture.',
  ],
  [/no space left on device|disk quota exceeded/i, 'The disk of the server is full.'],
  [
    /no kernel image|CUDA error|cuDNN error|device-side assert|no CUDA-capable device/i,
    'The GPU of the server broke down: trying again usually helps.',
  ],
  [
    /module not found|ModuleNotFoundError|ImportError/i,
    'The server misses a Python package of the workflow.',
  ],
  [
    /sizes? of tensors? .*must match|shapes cannot be multiplied|mat1 and mat2|size mismatch/i,
    'Parts of the workflow do not fit together, such as a model and its text encoder.',
  ],
  [
    /prompt_no_outputs|Prompt has no outputs|return_type_mismatch|required_input_missing|Required input is missing|invalid prompt|prompt_outputs_failed_validation/i,
    'The workflow itself is not complete: ComfyUI refused it.',
  ],
  [/NSFW|safety checker|content policy/i, 'The workflow refused the picture or the prompt.'],
  [
    /401 Client Error|403 Client Error|gated repo|huggingface.*(401|403)/i,
    'The server may not download something the workflow needs.',
  ],
  [
    /connection (refused|reset|aborted)|ConnectionError|Max retries exceeded/i,
    'The server lost a connection.',
  ],
  [/timed? ?out/i, 'It ran out of time.'],
];

const maxLength = 200;

/**
 * Why a run failed, read from its log lines (the only place ComfyDeploy says so): a plain sentence
 * where the cause is known, else the last line that names an error, else `null`.
 */
export function failureReasonFrom(logs: readonly string[]): string | null {
  const lines = logs.flatMap((log) => log.split('\n')).map((line) => line.trim());
  const known = signs.find(([sign]) => lines.some((line) => sign.test(line)));
  if (known) return known[1];
  const named = lines.filter((line) => /error|exception/i.test(line)).at(-1);
  return named ? named.slice(0, maxLength) : null;
}

/** Logs are archived up to 30 seconds after the end; nobody waits that long for a reason. */
const waitsMs = [1_500, 3_000, 5_000];

/** Reads a failed run's logs, looking again a few times while there are none yet. */
export async function readFailureReason(
  api: Api,
  runId: string,
  { clock, signal }: { clock: Clock; signal?: AbortSignal | undefined },
): Promise<string | null> {
  const call = { signal, notFound: 'run-not-found' } as const;
  for (const waitMs of [...waitsMs, null]) {
    const { data } = await api.json(`/v2/clickhouse-run-logs/${runId}`, logLinesSchema, call);
    if (data.length > 0 || waitMs === null) return failureReasonFrom(data.map((line) => line.log));
    await clock.sleep(waitMs, signal);
  }
  return null;
}
