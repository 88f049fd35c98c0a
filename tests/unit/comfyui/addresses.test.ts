import { describe, expect, it } from 'vitest';
import { normaliseComfyUiUrl } from '#shared/engines/comfyui/base-url.ts';
import { promptIdFor } from '#shared/engines/comfyui/prompt-id.ts';

describe('the address of a ComfyUI', () => {
  it.each([
    ['', false, 'http://127.0.0.1:8188'],
    ['localhost:8188/', false, 'http://localhost:8188'],
    ['192.168.1.20:8188', false, 'http://192.168.1.20:8188'],
    ['http://box.local/comfy/api/', false, 'http://box.local/comfy'],
    ['cloud.comfy.org', true, 'https://cloud.comfy.org'],
    ['https://cloud.comfy.org/api', true, 'https://cloud.comfy.org'],
    ['http://localhost:8188', true, 'http://localhost:8188'],
  ])('"%s" with key %s is %s', (typed, hasKey, url) => {
    expect(normaliseComfyUiUrl(typed, { hasKey })).toBe(url);
  });

  it.each([
    ['http://192.168.1.20:8188', true],
    ['ftp://box', false],
    ['http://', false],
  ])('"%s" with key %s is refused', (typed, hasKey) => {
    expect(() => normaliseComfyUiUrl(typed, { hasKey })).toThrow(
      expect.objectContaining({ code: 'invalid-input' }),
    );
  });
});

describe('the id of a prompt', () => {
  const canonical = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

  it('is the nonce where that is a canonical UUID', async () => {
    const nonce = '0a1b2c3d-0000-4000-8000-00000000abcd';
    expect(await promptIdFor(nonce)).toBe(nonce);
  });

  it.each(['id-1', '0A1B2C3D-0000-4000-8000-00000000ABCD', ''])(
    'is a canonical UUID for "%s", always the same',
    async (nonce) => {
      expect(await promptIdFor(nonce)).toMatch(canonical);
      expect(await promptIdFor(nonce)).toBe(await promptIdFor(nonce));
      expect(await promptIdFor(nonce)).not.toBe(await promptIdFor(`${nonce}x`));
    },
  );
});
