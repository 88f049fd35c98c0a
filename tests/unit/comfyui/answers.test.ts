import { describe, expect, it } from 'vitest';
import { errorFromAnswer } from '#shared/engines/comfyui/answer-error.ts';
import { failureReasonOf } from '#shared/engines/comfyui/failure-reason.ts';
import type { ErrorCode } from '#shared/errors/codes.ts';

const refusal = (type: string, message: string, details: string) =>
  JSON.stringify({
    error: {
      type: 'prompt_outputs_failed_validation',
      message: 'Prompt outputs failed validation',
      details: '',
    },
    node_errors: {
      1: { class_type: 'UNETLoader', dependent_outputs: ['9'], errors: [{ type, message, details }] },
    },
  });

describe('answers that are not 2xx', () => {
  it.each<[number, string, ErrorCode, RegExp]>([
    [403, '', 'forbidden', /--enable-cors-header/],
    [403, '<html>Blocked by your company</html>', 'network-blocked', /HTTP 403/],
    [403, '{"message":"Job does not belong to user"}', 'forbidden', /belong/],
    [413, '<html>Request Entity Too Large</html>', 'picture-too-large', /HTTP 413/],
    [401, '{"code":"UNAUTHORIZED","message":"Invalid API key"}', 'unauthorized', /Invalid API key/],
    [402, '{"error":"Insufficient credits"}', 'no-credit', /Insufficient/],
    [429, '{"message":"User has not paid"}', 'no-credit', /paid/],
    [429, '{"message":"Slow down"}', 'rate-limited', /Slow/],
    [413, 'Maximum request body size 104857600 exceeded', 'picture-too-large', /104857600/],
    [500, '500 Internal Server Error\n\nServer got itself in trouble', 'server-failed', /Internal/],
    [502, '<html>Bad gateway</html>', 'server-failed', /HTTP 502/],
    [400, '<html>Sign in</html>', 'unexpected-answer', /HTTP 400/],
    [404, '404: Not Found', 'unexpected-answer', /404/],
    [400, '{"error":"no such thing"}', 'invalid-input', /no such thing/],
  ])('%i %s is %s', (status, text, code, words) => {
    const error = errorFromAnswer(status, text, { host: 'comfy.local' });
    expect(error.data).toMatchObject({
      code,
      status,
      host: 'comfy.local',
      detail: expect.stringMatching(words),
    });
  });

  it.each([
    [
      'value_not_in_list',
      'Value not in list',
      "unet_name: 'kontext.safetensors' not in ['a', 'b']",
      "kontext.safetensors'.",
    ],
    ['required_input_missing', 'Required input is missing', 'width', 'misses its input "width"'],
    ['custom_validation_failed', 'Custom', 'image - Invalid image file: x.png', 'Invalid image file: x.png'],
    ['value_bigger_than_max', 'Value 99 bigger than max of 1', 'denoise', 'bigger than max'],
  ])('explains %s', (type, message, details, words) => {
    const { data } = errorFromAnswer(400, refusal(type, message, details), { host: 'h' });
    expect(data.detail).toContain(words);
    expect(data.detail).toContain('UNETLoader');
    expect(data.detail).not.toContain("['a'");
  });

  it('keeps a traceback of the server to itself', () => {
    const text = refusal(
      'exception_during_inner_validation',
      'Exception when validating',
      'File "/srv/comfy/x.py"',
    );
    expect(errorFromAnswer(400, text, { host: 'h' }).data.detail).not.toContain('/srv');
  });
});

describe('why a run failed', () => {
  const failed = (data: object) => ({
    id: '1',
    status: 'failed',
    execution_status: { messages: [['execution_start', {}], ['execution_error', data], 'odd', 5] },
  });

  it('knows the usual causes', () => {
    const data = {
      node_type: 'KSampler',
      exception_type: 'torch.OutOfMemoryError',
      exception_message: 'Allocation',
    };
    expect(failureReasonOf(failed(data))).toMatch(/GPU ran out of memory/);
  });

  it('else names the node and what it said, without paths of the server', () => {
    const message =
      'Error while reading \'/srv/comfy/models/vae/ae.safetensors\'\n  File "/srv/comfy/nodes.py"';
    const data = { node_type: 'VAELoader', exception_type: 'RuntimeError', exception_message: message };
    expect(failureReasonOf(failed(data))).toBe("VAELoader failed: Error while reading 'ae.safetensors'");
  });

  it('is null where nothing was said', () => {
    expect(failureReasonOf({ id: '1', status: 'failed' })).toBeNull();
  });
});
