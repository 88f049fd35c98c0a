import { describe, expect, it } from 'vitest';
import type { InputDefinition } from '#shared/inputs/input-definition.ts';
import { guessRoles, rolesOf } from '#shared/inputs/roles.ts';
import { runInputs, strengthRange } from '#shared/inputs/values.ts';

const base = (id: string) => ({ id, label: id, hint: '' });
const inputs: InputDefinition[] = [
  { ...base('style_notes'), kind: 'text', defaultValue: '' },
  { ...base('prompt'), kind: 'text', defaultValue: '' },
  { ...base('input_image'), kind: 'picture' },
  { ...base('strength'), kind: 'number', integer: false, defaultValue: 0.8, min: 0.1, max: 1, step: 0.05 },
  { ...base('seed'), kind: 'seed', min: 1, max: 4294967295 },
];
const roles = guessRoles(inputs);
const values = { prompt: 'noir', strength: 0.5, seed: 9, inputs: {} };

describe('guessRoles', () => {
  it('finds the four inputs of a Kontext workflow', () => {
    expect(roles).toEqual({ picture: 'input_image', prompt: 'prompt', strength: 'strength', seed: 'seed' });
  });

  it('finds no strength where there is only some other number', () => {
    const steps: InputDefinition = {
      ...base('steps'),
      kind: 'number',
      integer: true,
      defaultValue: 20,
      min: 1,
      max: 50,
      step: 1,
    };
    expect(guessRoles([steps]).strength).toBeNull();
    expect(strengthRange([steps], guessRoles([steps]))).toBeNull();
  });
});

describe('runInputs', () => {
  it('brings values into range, because the server takes its default instead of saying no', () => {
    expect(runInputs(inputs, roles, { ...values, strength: 7, seed: 0.4 }, 'https://in')).toMatchObject({
      strength: 1,
      seed: 1,
    });
  });

  it('leaves empty texts out and never sends null', () => {
    const sent = runInputs(inputs, roles, { ...values, prompt: '', strength: null }, 'https://in');
    expect(sent).toEqual({ input_image: 'https://in', seed: 9 });
  });

  it('speaks of strength in the workflow’s own scale', () => {
    const percent: InputDefinition = {
      ...base('strength'),
      kind: 'number',
      integer: true,
      defaultValue: 80,
      min: 0,
      max: 100,
      step: 1,
    };
    const scaled = inputs.map((input) => (input.id === 'strength' ? percent : input));
    expect(strengthRange(scaled, roles)).toEqual({ min: 0, max: 1, step: 0.01 });
    expect(runInputs(scaled, roles, { ...values, strength: 0.8 }, 'https://in').strength).toBe(80);
  });
});

describe('rolesOf', () => {
  const two = [
    { id: 'a', label: 'A', hint: '', kind: 'text', defaultValue: '' },
    { id: 'prompt', label: 'Prompt', hint: '', kind: 'text', defaultValue: '' },
    { id: 'image', label: 'Image', hint: '', kind: 'picture' },
  ] as const;

  it('takes what a person has chosen, and the guess for the rest', () => {
    expect(rolesOf({ inputs: two })).toEqual(guessRoles(two));
    expect(rolesOf({ inputs: two, roles: { prompt: 'a' } })).toEqual({ ...guessRoles(two), prompt: 'a' });
    expect(rolesOf({ inputs: two, roles: { prompt: null } }).prompt).toBeNull();
  });

  it('falls back on the guess when the chosen input is gone, of another kind, or the picture was given up', () => {
    expect(rolesOf({ inputs: two, roles: { prompt: 'gone' } }).prompt).toBe('prompt');
    expect(rolesOf({ inputs: two, roles: { prompt: 'image' } }).prompt).toBe('prompt');
    expect(rolesOf({ inputs: two, roles: { picture: null } }).picture).toBe('image');
  });
});
