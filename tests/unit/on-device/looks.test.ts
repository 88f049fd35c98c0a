import { beforeAll, describe, expect, it } from 'vitest';
import { applyLook } from '#shared/engines/on-device/apply-look.ts';
import { chooseLook, looks } from '#shared/engines/on-device/looks/choose-look.ts';
import type { Pixels } from '#shared/images/pixel-codec.ts';
import { builtInPresets } from '#shared/presets/built-in.ts';
import { promptFor } from '#shared/presets/prompt.ts';
import { difference, meanColour, photoPixels } from './sample-pixels.ts';

const names = Object.keys(looks);
const wishes = { strength: 1, seed: 7 };

let coffee: Pixels;
beforeAll(async () => {
  coffee = await photoPixels('coffee.png', 160);
});

describe.each([...names, 'something no look is named after'])('%s', (prompt) => {
  it('changes the picture, at its size, and leaves what it was given alone', () => {
    const before = new Uint8ClampedArray(coffee.data);
    const drawn = applyLook(coffee, { ...wishes, prompt });
    expect([drawn.widthPx, drawn.heightPx]).toEqual([coffee.widthPx, coffee.heightPx]);
    expect(difference(drawn, coffee)).toBeGreaterThan(8);
    expect(coffee.data).toEqual(before);
  });

  it('depends on nothing but picture, words, strength and seed', () => {
    const once = applyLook(coffee, { ...wishes, prompt });
    expect(difference(once, applyLook(coffee, { ...wishes, prompt }))).toBe(0);
    expect(difference(once, applyLook(coffee, { ...wishes, prompt, seed: 8 }))).toBeGreaterThan(0.1);
  });

  it('grows with strength, from nothing at all', () => {
    const distances = [0, 0.4, 1].map((strength) =>
      difference(applyLook(coffee, { prompt, strength, seed: 7 }), coffee),
    );
    expect(distances[0]).toBe(0);
    expect(distances).toEqual([...distances].sort((one, other) => one - other));
  });

  it.each([
    [1, 1],
    [1, 40],
    [40, 1],
  ])('takes a picture of %i x %i px', (widthPx, heightPx) => {
    const data = new Uint8ClampedArray(widthPx * heightPx * 4).fill(200);
    expect(applyLook({ data, widthPx, heightPx }, { ...wishes, prompt }).data).toHaveLength(data.length);
  });
});

describe('every look', () => {
  it('looks like no other', () => {
    const drawn = names.map((prompt) => applyLook(coffee, { ...wishes, prompt }));
    drawn.forEach((one, i) => {
      for (const other of drawn.slice(i + 1)) expect(difference(one, other)).toBeGreaterThan(5);
    });
  });

  it('keeps transparency as it is', () => {
    const data = coffee.data.map((value, i) => (i % 4 === 3 ? (i / 4) % 256 : value));
    const drawn = applyLook({ ...coffee, data }, { ...wishes, prompt: 'neon' });
    expect(drawn.data.filter((_, i) => i % 4 === 3)).toEqual(data.filter((_, i) => i % 4 === 3));
  });
});

describe('the look asked for is recognised by its colours', () => {
  const colourOf = (prompt: string) => meanColour(applyLook(coffee, { ...wishes, prompt }));

  it('film noir is grey', () => {
    const [red, green, blue] = colourOf('film noir');
    expect(Math.abs(red - green) + Math.abs(green - blue)).toBeLessThan(8);
  });

  it('cyanotype is blue, golden hour amber', () => {
    const [cyanRed, , cyanBlue] = colourOf('cyanotype');
    expect(cyanBlue).toBeGreaterThan(cyanRed + 20);
    const [goldRed, goldGreen, goldBlue] = colourOf('golden hour');
    expect(goldRed).toBeGreaterThan(goldGreen);
    expect(goldGreen).toBeGreaterThan(goldBlue);
  });
});

describe('colours that are named', () => {
  const tone = (prompt: string) => meanColour(applyLook(coffee, { ...wishes, prompt }));

  it('are those of a duotone, by name or by number, the darker one for the shadows', () => {
    const [, green] = tone('a duotone of #004400 and mint');
    const [, other] = tone('a duotone of mint and #004400');
    expect(green).toBeCloseTo(other, 5);
    const [red, , blue] = tone('a duotone of burgundy and coral');
    expect(red).toBeGreaterThan(blue + 20);
  });

  it('are the backdrop of a colour set', () => {
    const [red, , blue] = tone('a colour set in sky');
    expect(blue).toBeGreaterThan(red);
  });
});

describe('words', () => {
  it.each([
    ['builtin.watercolour', 'watercolour'],
    ['a quick Pencil sketch of it', 'pencil'],
    ['film noir still', 'film noir'],
    ['shot on film, faded', 'vintage'],
    ['1970s snapshot', 'vintage'],
    ['in the style of Warhol', 'pop art'],
    ['boiling water', null],
    ['a neon sign in a watercolour', 'neon'],
  ])('%s: %s', (words, name) => {
    const named = names.find((candidate) => looks[candidate]?.look === chooseLook(words));
    expect(named ?? null).toBe(name);
  });

  it('of every built-in preset ask for a look of their own', () => {
    const chosen = builtInPresets.map((preset) => chooseLook(promptFor(preset, '')));
    expect(new Set(chosen).size).toBe(builtInPresets.length);
    builtInPresets.forEach(({ id }, i) => {
      expect(chooseLook(id)).toBe(chosen[i]);
    });
  });

  it('that name no look get a grade of their own', () => {
    const grade = (prompt: string) => applyLook(coffee, { ...wishes, prompt });
    expect(difference(grade('make it dreamy'), grade('an icy morning'))).toBeGreaterThan(5);
    expect(difference(grade('make it dreamy'), grade(' Make it DREAMY '))).toBe(0);
  });
});
