import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chosenInputs, furtherInputs } from '#shared/inputs/further-inputs.ts';
import type { InputDefinition } from '#shared/inputs/input-definition.ts';
import { moveRecipe, newRecipe } from '#shared/jobs/new-recipe.ts';
import { builtInPresets } from '#shared/presets/built-in.ts';
import { connectionOf } from '../../fakes/connections.ts';

const base = (id: string) => ({ id, label: id, hint: '' });
const number = { kind: 'number', integer: true, defaultValue: 20, min: 1, max: 50, step: 1 } as const;
const inputs: InputDefinition[] = [
  { ...base('input_image'), kind: 'picture' },
  { ...base('reference'), kind: 'picture' },
  { ...base('prompt'), kind: 'text', defaultValue: '' },
  { ...base('seed'), kind: 'seed', min: 1, max: 9 },
  { ...base('negative'), kind: 'text', defaultValue: 'blurry' },
  { ...base('steps'), ...number },
  { ...base('tile'), kind: 'boolean', defaultValue: false },
  { ...base('sampler'), kind: 'choice', options: ['euler', 'heun'], defaultValue: 'euler' },
];
const description = { ...connectionOf('comfydeploy').description, inputs };
const connection = { ...connectionOf('comfydeploy'), description };
const wishes = { preset: null, typed: 'noir', strength: null, seed: 1 };

describe('further inputs', () => {
  it('are those that nothing else fills', () => {
    expect(furtherInputs({ inputs }).map(({ id }) => id)).toEqual(['negative', 'steps', 'tile', 'sampler']);
  });

  it('are sent where they are other than the workflow’s own', () => {
    const values = {
      negative: 'text',
      steps: 20,
      tile: 'true',
      sampler: 'heun',
      gone: 1,
      prompt: 'sneaked in',
    };
    expect(chosenInputs({ inputs }, values)).toEqual({ negative: 'text', tile: true, sampler: 'heun' });
  });

  it('never leave their type, range or list, whatever was stored', () => {
    const value = fc.oneof(fc.string(), fc.double(), fc.boolean());
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('negative', 'steps', 'tile', 'sampler', 'x'), value),
        (values) => {
          const { steps = 1, tile = true, sampler = 'heun', x } = chosenInputs({ inputs }, values);
          expect(Number.isInteger(steps) && Number(steps) >= 1 && Number(steps) <= 50).toBe(true);
          expect([typeof tile, sampler, x]).toEqual(['boolean', 'heun', undefined]);
        },
      ),
    );
  });

  it('come from the preset where the person has set none, and from the person where they have', () => {
    const preset = { ...(builtInPresets[0] as (typeof builtInPresets)[0]), inputs: { steps: 30 } };
    expect(newRecipe(connection, { ...wishes, preset }).inputs).toEqual({ steps: 30 });
    expect(newRecipe(connection, { ...wishes, preset, inputs: {} }).inputs).toEqual({});
    expect(newRecipe(connection, { ...wishes, preset, inputs: { steps: 99 } }).inputs).toEqual({ steps: 50 });
  });

  it('go along to another engine as far as that has the same', () => {
    const recipe = {
      ...newRecipe(connection, { ...wishes, inputs: { steps: 30, tile: true } }),
      sourceKey: 's',
    };
    const other = {
      ...connection,
      description: { ...description, inputs: [{ ...base('steps'), ...number }] },
    };
    expect(moveRecipe(recipe, other).inputs).toEqual({ steps: 30 });
    expect(moveRecipe(recipe, connectionOf('on-device')).inputs).toEqual({});
  });
});
