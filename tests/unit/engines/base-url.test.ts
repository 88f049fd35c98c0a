import { describe, expect, it } from 'vitest';
import { hostedBaseUrl, normaliseBaseUrl } from '#shared/engines/comfydeploy/base-url.ts';

describe('normaliseBaseUrl', () => {
  it.each([
    ['', hostedBaseUrl],
    ['api.comfydeploy.com', hostedBaseUrl],
    ['https://api.comfydeploy.com/', hostedBaseUrl],
    ['https://api.comfydeploy.com/api/', hostedBaseUrl],
    [' http://127.0.0.1:3011/api ', 'http://127.0.0.1:3011/api'],
    ['https://www.comfydeploy.com/api', hostedBaseUrl],
    ['app.comfydeploy.com/api', hostedBaseUrl],
    ['https://staging.api.comfydeploy.com/api//', 'https://staging.api.comfydeploy.com/api'],
    ['http://localhost:3011', 'http://localhost:3011/api'],
    ['https://comfy.example.com/team/api', 'https://comfy.example.com/team/api'],
  ])('takes %j', (typed, url) => expect(normaliseBaseUrl(typed)).toBe(url));

  it.each(['http://api.comfydeploy.com', 'ftp://x', 'https://', 'javascript://x'])('refuses %j', (typed) => {
    expect(() => normaliseBaseUrl(typed)).toThrow('invalid-input');
  });
});
