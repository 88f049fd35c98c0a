// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { afterEach, expect, test } from 'vitest';
import { panelWords } from '#shared/i18n/en/panel.ts';
import type { FurtherInput, InputValues } from '#shared/inputs/further-inputs.ts';
import { chosenInWords, FurtherInputs } from '#shared/ui/panel/further-inputs.tsx';

afterEach(cleanup);

const base = (id: string, label: string) => ({ id, label, hint: '' });
const inputs: FurtherInput[] = [
  {
    ...base('guidance', 'Guidance'),
    kind: 'number',
    integer: false,
    defaultValue: 2.5,
    min: 1,
    max: 5,
    step: null,
  },
  {
    ...base('steps', 'Steps'),
    kind: 'number',
    integer: true,
    defaultValue: 20,
    min: 0,
    max: null,
    step: null,
  },
  { ...base('tile', 'Seamless'), kind: 'boolean', defaultValue: false },
  { ...base('sampler', 'Sampler'), kind: 'choice', options: ['euler', 'heun'], defaultValue: 'euler' },
  { ...base('negative', 'Avoid'), kind: 'text', defaultValue: 'blur' },
  { ...base('lora', 'LoRA'), kind: 'lora', defaultValue: '' },
];

function show() {
  let now: InputValues = {};
  const Owner = () => {
    const [values, onValues] = useState<InputValues>({});
    now = values;
    return <FurtherInputs inputs={inputs} values={values} onValues={onValues} />;
  };
  render(<Owner />);
  return () => now;
}

test('each kind has its control, and what is set to the workflow’s own is not set', () => {
  const values = show();
  const type = (name: string, value: string) =>
    fireEvent.input(screen.getByLabelText(name), { target: { value } });
  type('Guidance', '4');
  type('Steps', '30');
  type('Avoid', 'text');
  type('LoRA', 'grain.safetensors');
  fireEvent.click(screen.getByRole('switch', { name: 'Seamless' }));
  fireEvent.change(screen.getByRole('combobox', { name: 'Sampler' }), { target: { value: 'heun' } });
  const set = {
    guidance: 4,
    steps: 30,
    negative: 'text',
    lora: 'grain.safetensors',
    tile: true,
    sampler: 'heun',
  };
  expect(values()).toEqual(set);
  expect(chosenInWords(inputs, values()).join(' · ')).toBe(
    'Guidance 4 · Steps 30 · Seamless on · Sampler heun · Avoid text · LoRA grain.safetensors',
  );
  type('Guidance', '2.5');
  type('LoRA', '');
  expect(values()).not.toHaveProperty('guidance');
  expect(values()).not.toHaveProperty('lora');
  fireEvent.click(screen.getByRole('button', { name: panelWords.inputs.reset }));
  expect(values()).toEqual({});
});
