import { expect, it } from 'vitest';
import { failureReasonFrom } from '#shared/engines/comfydeploy/failure-reason.ts';

it.each([
  [['loading', 'torch.OutOfMemoryError: CUDA out of memory. Tried to allocate 2 GiB'], /ran out of memory/],
  [["Value not in list: ckpt_name: 'flux.safetensors' not in ['a']"], /misses a model/],
  [['Cannot execute because node type FluxGuidanceX does not exist. Cannot execute'], /custom node/],
  [['ok\nValueError: something odd'], /ValueError: something odd/],
])('reads the reason from the logs (%#)', (logs, reason) => expect(failureReasonFrom(logs)).toMatch(reason));

it('says nothing where the logs say nothing', () => expect(failureReasonFrom(['all went well'])).toBeNull());
