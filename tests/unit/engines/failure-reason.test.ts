import { expect, it } from 'vitest';
import { failureReasonFrom } from '#shared/engines/comfydeploy/failure-reason.ts';

it.each([
  [['loading', 'torch.OutOfMemoryError: CUDA out of memory. Tried to allocate 2 GiB'], /ran out of memory/],
  [["Value not in list: ckpt_name: 'flux.safetensors' not in ['a']"], /misses a model/],
  [["FileNotFoundError: No such file or directory: '/models/unet/flux.gguf'"], /misses a model/],
  [['Cannot execute because node type FluxGuidanceX does not exist. Cannot execute'], /custom node/],
  [['0.0 seconds (IMPORT FAILED): /comfyui/custom_nodes/was-node-suite'], /custom node/],
  [['OSError: image file is truncated (4 bytes not processed)'], /read the picture/],
  [['OSError: [Errno 28] No space left on device'], /disk .* is full/],
  [['RuntimeError: CUDA error: device-side assert triggered'], /trying again/],
  [["ModuleNotFoundError: No module named 'insightface'"], /Python package/],
  [['RuntimeError: mat1 and mat2 shapes cannot be multiplied (77x2048 and 768x320)'], /do not fit together/],
  [['invalid prompt: Prompt has no outputs'], /not complete/],
  [['requests.exceptions.HTTPError: 401 Client Error: Unauthorized for url'], /may not download/],
  [['ConnectionError: HTTPSConnectionPool: Max retries exceeded'], /lost a connection/],
  [['The read operation timed out'], /ran out of time/],
  [['ok\nValueError: something odd'], /ValueError: something odd/],
])('reads the reason from the logs (%#)', (logs, reason) => expect(failureReasonFrom(logs)).toMatch(reason));

it('takes the most telling sign, wherever it stands', () => {
  const logs = ['Request timed out, trying again', 'torch.OutOfMemoryError', 'ConnectionError'];
  expect(failureReasonFrom(logs)).toMatch(/ran out of memory/);
});

it('says nothing where the logs say nothing', () => expect(failureReasonFrom(['all went well'])).toBeNull());
