import { describe, expect, it } from 'vitest';
import { createSealingKey, openSecret, sealSecret } from '#shared/connection/seal.ts';

describe('a sealed secret', () => {
  it('opens with its key, and shows nothing of itself', async () => {
    const key = await createSealingKey();
    const sealed = await sealSecret('eyJ-canary', key);
    expect(JSON.stringify(sealed)).not.toContain('canary');
    expect(await openSecret(sealed, key)).toBe('eyJ-canary');
  });

  it('is null for another key, for damage, and for anything else', async () => {
    const key = await createSealingKey();
    const sealed = await sealSecret('secret', key);
    expect(await openSecret(sealed, await createSealingKey())).toBeNull();
    expect(await openSecret({ ...sealed, ciphertext: 'AAAA' }, key)).toBeNull();
    expect(await openSecret({ ...sealed, iv: '%%%' }, key)).toBeNull();
    expect(await openSecret(undefined, key)).toBeNull();
  });

  it('is sealed under a key whose bytes cannot be read', async () => {
    await expect(crypto.subtle.exportKey('raw', await createSealingKey())).rejects.toThrow();
  });
});
