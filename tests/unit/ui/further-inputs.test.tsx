// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { afterEach, expect, test } from 'vitest';
import { panelWords } from '#shared/i18n/en/panel.ts';
import type { FurtherInput, InputValues } from '#shared/inputs/further-inputs.ts';
import { emptyDraft } from '#shared/ui/panel/draft-of-recipe.ts';
import { chosenInWords, FurtherInputs } from '#shared/ui/panel/further-inputs.tsx';
import { MoreOptions } from '#shared/ui/panel/more-options.tsx';

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

test('what came from elsewhere is shown as it is sent: within its range, and only what the workflow has', () => {
  const none = () => {};
  const options = { draft: emptyDraft, newSeed: () => 1, onCopySeed: none, onSeed: none, onGpu: none };
  const show = (values: InputValues) =>
    render(<MoreOptions {...options} furtherInputs={inputs} inputs={values} onInputs={none} />);
  const first = show({ guidance: 99, sampler: 'gone', other: 7 });
  expect(screen.getByText('Guidance 5')).toBeTruthy();
  expect(screen.getByLabelText<HTMLInputElement>('Guidance').value).toBe('5');
  first.unmount();
  show({ other: 7 });
  expect(screen.queryByRole('button', { name: panelWords.inputs.reset })).toBeNull();
});

test('a number that begins somewhere and ends nowhere is counted in tenths, and from itself', () => {
  const shift: FurtherInput = {
    ...{ id: 'shift', label: 'Shift', hint: '', kind: 'number', integer: false },
    ...{ defaultValue: 3, min: 1, max: null, step: null },
  };
  render(
    <FurtherInputs
      inputs={[shift, { ...shift, id: 'x', label: 'Open', min: null }]}
      values={{}}
      onValues={() => {}}
    />,
  );
  expect(screen.getByLabelText<HTMLInputElement>('Shift').step).toBe('0.1');
  const open = screen.getByLabelText<HTMLInputElement>('Open');
  expect(Number.isFinite(Number.parseFloat(open.min))).toBe(false);
});
