import { randomUUID } from 'node:crypto';
import type { ScriptedOutcome } from '../faults/rule.ts';
import type { ObjectStore } from '../storage/object-store.ts';
import type { Run, RunOutput } from './run.ts';

/** Where the run's outputs lie, as the node pack names them. */
const outputKey = (run: Run, fileName: string) => `outputs/runs/${run.id}/${fileName}`;

function output(
  nodeId: string,
  outputId: string | null,
  kind: string,
  content: RunOutput['content'],
  atMs: number,
) {
  return { id: randomUUID(), outputId, nodeId, kind, content, createdAtMs: atMs };
}

/** What ComfyUI logs when a run fails; only the log route ever tells. */
export const outOfMemory: readonly string[] = [
  'got prompt',
  '!!! Exception during processing !!! CUDA out of memory. Tried to allocate 2.25 GiB.',
  'Traceback (most recent call last):',
  '  File "/comfyui/execution.py", line 345, in execute',
  '    output_data, output_ui, has_subgraph = get_output_data(obj, input_data_all)',
  '  File "/comfyui/nodes.py", line 1516, in sample',
  '    return common_ksampler(model, seed, steps, cfg, sampler_name, scheduler, positive, negative)',
  'torch.OutOfMemoryError: CUDA out of memory. Tried to allocate 2.25 GiB. GPU 0 has a total capacity of 44.39 GiB.',
];

const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAG7buVgAAAABJRU5ErkJggg==',
  'base64',
);

type Publish = (run: Run, picture: Uint8Array, objects: ObjectStore, atMs: number) => RunOutput[];

function publishPicture(run: Run, picture: Uint8Array, objects: ObjectStore, atMs: number, isPublic = true) {
  const key = outputKey(run, 'ComfyUI_00001_.webp');
  objects.put(key, { bytes: picture, contentType: 'image/webp', isPublic });
  return output('9', 'output_image', 'images', { key }, atMs);
}

const publishers: Readonly<Partial<Record<ScriptedOutcome, Publish>>> = {
  'no-outputs': () => [],
  /** Several nodes, the wanted one not first, and a kind no client knows. */
  'many-outputs': (run, picture, objects, atMs) => {
    const mask = outputKey(run, 'mask_00001_.png');
    objects.put(mask, { bytes: onePixel, contentType: 'image/png', isPublic: true });
    return [
      output('21', 'output_text', 'text', { text: 'a restyled picture' }, atMs),
      output('22', null, 'images', { key: mask }, atMs),
      publishPicture(run, picture, objects, atMs),
      output('23', 'output_mesh', 'mesh', { key: mask }, atMs),
    ];
  },
  'html-output': (run, _picture, objects, atMs) => {
    const key = outputKey(run, 'ComfyUI_00001_.webp');
    const bytes = Buffer.from('<!doctype html><title>Sign in</title><script>alert(1)</script>');
    objects.put(key, { bytes, contentType: 'text/html', isPublic: true });
    return [output('9', 'output_image', 'images', { key }, atMs)];
  },
  'presigned-output': (run, picture, objects, atMs) => [publishPicture(run, picture, objects, atMs, false)],
  'expired-output': (run, picture, objects, atMs) => [publishPicture(run, picture, objects, atMs, false)],
};

/** Stores what the run made and says what the API will list. */
export function publishOutputs(
  run: Run,
  picture: Uint8Array,
  objects: ObjectStore,
  atMs: number,
): RunOutput[] {
  const publish = run.script === null ? undefined : publishers[run.script.outcome];
  if (publish !== undefined) return publish(run, picture, objects, atMs);
  return [publishPicture(run, picture, objects, atMs)];
}
