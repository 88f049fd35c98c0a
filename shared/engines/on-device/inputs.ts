import type { LookRequest } from '#shared/engines/on-device/apply-look.ts';
import { onDeviceWords as words } from '#shared/i18n/en/engines.ts';
import type { InputDefinition, InputValue } from '#shared/inputs/input-definition.ts';
import type { BlobKey } from '#shared/ports.ts';

const defaultStrength = 0.8;

export const onDeviceInputs: readonly InputDefinition[] = [
  { id: 'picture', ...words.picture, kind: 'picture' },
  { id: 'prompt', ...words.prompt, kind: 'text', defaultValue: '' },
  {
    id: 'strength',
    ...words.strength,
    kind: 'number',
    integer: false,
    defaultValue: defaultStrength,
    min: 0,
    max: 1,
    step: 0.05,
  },
  { id: 'seed', ...words.seed, kind: 'seed', min: 1, max: 4294967295 },
];

/** What a run asks for; what it leaves out is as the definitions say. */
export function wishesOf(
  inputs: Readonly<Record<string, InputValue>>,
): LookRequest & { pictureKey: BlobKey } {
  const { picture, prompt, strength, seed } = inputs;
  return {
    pictureKey: String(picture ?? ''),
    prompt: typeof prompt === 'string' ? prompt : '',
    strength: typeof strength === 'number' ? strength : defaultStrength,
    seed: typeof seed === 'number' ? seed : 1,
  };
}
