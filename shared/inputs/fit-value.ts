import type { InputDefinition, InputValue } from '#shared/inputs/input-definition.ts';

type Of<K extends InputDefinition['kind']> = Extract<InputDefinition, { kind: K }>;

/**
 * A value as its input takes it: of its type, within its range. `null` says that it cannot be made
 * to fit, or is the default anyway and could not be sent as a value: it is then better left out.
 */
export function fitValue(definition: InputDefinition, value: InputValue): InputValue | null {
  switch (definition.kind) {
    case 'number':
      return fitNumber(definition, value);
    case 'seed':
      return fitSeed(definition, value);
    case 'boolean':
      return fitBoolean(value);
    case 'choice':
      return fitChoice(definition, value);
    case 'other':
      return value;
    default:
      return value === '' ? null : String(value);
  }
}

function numberFrom(value: InputValue): number | null {
  const number = typeof value === 'string' && value.trim() === '' ? Number.NaN : Number(value);
  return Number.isFinite(number) ? number : null;
}

function clamp(value: number, min: number | null, max: number | null): number {
  return Math.min(Math.max(value, min ?? value), max ?? Number.POSITIVE_INFINITY);
}

function fitNumber({ integer, min, max, defaultValue }: Of<'number'>, value: InputValue): number | null {
  const number = numberFrom(value);
  if (number === null) return null;
  const fitted = integer
    ? clamp(Math.round(number), min === null ? null : Math.ceil(min), max === null ? null : Math.floor(max))
    : clamp(number, min, max);
  return fitted !== number && number === defaultValue ? null : fitted;
}

/** Another seed than the one shown would be a lie: what is out of range is brought to its edge. */
function fitSeed({ min, max }: Of<'seed'>, value: InputValue): number | null {
  const number = numberFrom(value);
  return number === null ? null : clamp(Math.round(number), min, max);
}

function fitBoolean(value: InputValue): boolean | null {
  if (typeof value === 'boolean') return value;
  const word = String(value).toLowerCase();
  if (word === 'true' || word === '1') return true;
  return word === 'false' || word === '0' ? false : null;
}

/** Without known options every text is let through: the list may be the server's own. */
function fitChoice({ options }: Of<'choice'>, value: InputValue): string | null {
  const text = String(value);
  if (text === '') return null;
  return options.length === 0 || options.includes(text) ? text : null;
}
