import { describe, expect, test } from 'vitest';
import { type EngineId, engineIds } from '#shared/engines/engine.ts';
import { errorCodes } from '#shared/errors/codes.ts';
import { errorTexts } from '#shared/i18n/en/errors.ts';
import { connectingTexts } from '#shared/i18n/en/network-errors.ts';
import { errorWords } from '#shared/i18n/error-words.ts';

/** Sentences, of which one may be the error's own words; a layer's are all there is to say. */
const isAdvice = /^(It said so\.|\p{Lu}.*([.?]))$/su;

/** What only one engine is called. */
const names: Record<string, readonly (EngineId | null)[]> = {
  ComfyDeploy: ['comfydeploy'],
  ComfyUI: ['comfyui'],
  'Comfy Cloud': ['comfyui'],
  Replicate: ['predictions'],
  'prediction server': ['predictions'],
  'this device': ['on-device', null],
};

const engines: readonly (EngineId | null)[] = [...engineIds, null];
const facts = { detail: 'It said so.', host: 'Api.example.com', origin: 'https://api.example.com' };

describe.each(errorCodes)('%s', (code) => {
  test('says what happened, what it means, and what helps', () => {
    for (const engine of engines) {
      const words = errorWords({ code, ...facts }, { engine });
      expect(words.title, 'The title says what happened, in a few words.').toMatch(/^\p{Lu}.{5,79}[^.]$/u);
      expect(words.advice, 'The advice says in sentences what it means for picture and money.').toMatch(
        isAdvice,
      );
      expect(words.button.trim(), 'The button needs a label.').not.toBe('');
    }
  });

  test('names the engine of the job, and no other', () => {
    for (const engine of engines) {
      for (const isConnecting of [false, true]) {
        const { title, advice, button, other } = errorWords({ code, ...facts }, { engine, isConnecting });
        const all = [title, advice, button, other?.button].join(' ');
        for (const [name, owners] of Object.entries(names)) {
          const isSaid = all.toLowerCase().includes(name.toLowerCase());
          // A certificate is trusted or not by the person's own device, whatever the engine.
          const isOwn =
            owners.includes(engine) || (name === 'this device' && code === 'untrusted-connection');
          expect(isSaid && !isOwn, `"${all}" names ${name} where the engine is ${engine}`).toBe(false);
        }
      }
    }
  });

  test('has no placeholder that nobody fills', () => {
    const { title, advice, button, other } = errorWords({ code, ...facts }, { engine: 'comfyui' });
    expect([title, advice, button, other?.button].join(' ')).not.toMatch(/[{}]/);
  });

  test('offers to open an address only where there is one', () => {
    const { action, other } = errorWords({ code, detail: '' });
    expect([action, other?.action]).not.toContain('open-address');
  });
});

test('there are words for errors only', () => {
  expect(Object.keys(errorTexts).sort()).toEqual([...errorCodes].sort());
  expect(errorCodes).toEqual(expect.arrayContaining(Object.keys(connectingTexts)));
});
