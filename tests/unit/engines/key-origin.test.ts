import { expect, it } from 'vitest';
import { createApi as createComfyUiApi } from '#shared/engines/comfyui/http.ts';
import { createApi } from '#shared/engines/http/api.ts';
import { createVirtualClock } from '../../fakes/virtual-clock.ts';

const apis = { 'a bearer API': createApi, ComfyUI: createComfyUiApi };

it.each(Object.entries(apis))('%s gives the key to one exact origin', async (_, create) => {
  const hasKey: Record<string, boolean> = {};
  const api = create({
    baseUrl: 'https://api.example.com/base',
    apiKey: 'secret',
    clock: createVirtualClock(),
    async fetch(url, init) {
      hasKey[url] = JSON.stringify(init?.headers).includes('secret');
      expect(init).toMatchObject({ credentials: 'omit', redirect: 'manual', referrerPolicy: 'no-referrer' });
      return new Response('x');
    },
  });
  const origins = {
    'https://api.example.com/o.png': true,
    'https://api.example.com:443/o.png': true,
    'https://api.example.com:8443/o.png': false,
    'http://api.example.com/o.png': false,
    'https://example.com/o.png': false,
    'https://api.example.com.evil.example/o.png': false,
    'https://api.example.com@evil.example/o.png': false,
    'https://cdn.api.example.com/o.png': false,
  };
  for (const url of Object.keys(origins)) await api.bytes(url);
  expect(hasKey).toEqual(origins);
});
