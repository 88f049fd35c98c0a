import type { EngineRun } from '#shared/engines/engine.ts';
import type { InputDefinition, InputValue } from '#shared/inputs/input-definition.ts';

/** An input of a run that is not what was asked for. */
export type Substitution = {
  inputId: string;
  /** `missing`: not recorded; `changed`: another value; `unreadable`: recorded in a form no node reads. */
  kind: 'missing' | 'changed' | 'unreadable';
};

/** Ids of the inputs for which the run used something else, in whichever way that shows. */
export function findSubstituted(
  sent: Readonly<Record<string, InputValue>>,
  run: Pick<EngineRun, 'inputs' | 'output'>,
  inputs: readonly InputDefinition[],
): string[] {
  const otherwise = (findSubstitutions(sent, run.inputs) ?? []).map(({ inputId }) => inputId);
  return [...new Set([...otherwise, ...findDefaultPictures(sent, run, inputs)])];
}

/**
 * Compares the inputs a run has recorded with what was sent. Any difference means that the
 * workflow used something else, without a word. `null` when all is as asked.
 */
export function findSubstitutions(
  sent: Readonly<Record<string, InputValue>>,
  recorded: Readonly<Record<string, unknown>>,
): Substitution[] | null {
  const found = Object.entries(sent).flatMap(([inputId, value]) => {
    const kind = compare(value, recorded[inputId]);
    return kind === null ? [] : [{ inputId, kind }];
  });
  return found.length === 0 ? null : found;
}

/**
 * Picture inputs in whose place the workflow's own default stands: recorded with the run, or come out of
 * it untouched.
 */
export function findDefaultPictures(
  sent: Readonly<Record<string, InputValue>>,
  { inputs: recorded, output }: Pick<EngineRun, 'inputs' | 'output'>,
  inputs: readonly InputDefinition[],
): string[] {
  return inputs.flatMap((input) => {
    if (input.kind !== 'picture' || input.defaultUrl === undefined || sent[input.id] === undefined) return [];
    const isDefault = (url: unknown) => isSameObject(url, input.defaultUrl);
    if (isDefault(sent[input.id])) return [];
    return isDefault(recorded[input.id]) || isDefault(output?.url) ? [input.id] : [];
  });
}

/** The same file, whatever its link is signed with. */
function isSameObject(one: unknown, other: unknown): boolean {
  if (!isLink(one) || !isLink(other)) return false;
  const [a, b] = [new URL(one), new URL(other)];
  return a.origin === b.origin && a.pathname === b.pathname;
}

function compare(sent: InputValue, recorded: unknown): Substitution['kind'] | null {
  if (recorded === undefined || recorded === null) return 'missing';
  if (isDataUrl(sent)) return comparePicture(recorded);
  if (isLink(sent) && isLink(recorded)) return isSameLink(sent, recorded) ? null : 'changed';
  return isSameValue(sent, recorded) ? null : 'changed';
}

/** A picture sent inline must have become a file: left as text it is read by no node. */
function comparePicture(recorded: unknown): Substitution['kind'] | null {
  if (isDataUrl(recorded)) return 'unreadable';
  return isLink(recorded) ? null : 'changed';
}

/** Numbers may come back as text, and fractions through a float of 32 bits. */
function isSameValue(sent: InputValue, recorded: unknown): boolean {
  if (typeof recorded === 'object') return false;
  if (typeof sent !== 'number') return String(sent) === String(recorded);
  const number = typeof recorded === 'string' && recorded.trim() !== '' ? Number(recorded) : recorded;
  if (typeof number !== 'number') return false;
  return Number.isInteger(sent) ? number === sent : Math.abs(number - sent) <= Math.abs(sent) * 1e-6;
}

const isDataUrl = (value: unknown): value is string => typeof value === 'string' && /^data:/i.test(value);
const isLink = (value: unknown): value is string => typeof value === 'string' && URL.canParse(value);

/** Links into a private bucket are signed anew for the run: only the query differs then. */
function isSameLink(sent: string, recorded: string): boolean {
  if (sent === recorded) return true;
  const [one, other] = [new URL(sent), new URL(recorded)];
  const isSigned = other.searchParams.has('X-Amz-Signature') || other.searchParams.has('Signature');
  return isSigned && one.origin === other.origin && one.pathname === other.pathname;
}
