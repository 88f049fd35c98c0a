import { type Answer, failure } from '../http/answer.ts';

/** One complaint as Pydantic words it. */
export type Complaint = {
  type: string;
  loc: readonly (string | number)[];
  msg: string;
  input: unknown;
  ctx?: Readonly<Record<string, unknown>>;
};

export type Parsed<T> = { value: T } | { complaints: readonly Complaint[] };

export function unprocessable(complaints: readonly Complaint[]): Answer {
  return failure(422, complaints);
}

export function missing(loc: Complaint['loc'], input: unknown): Complaint {
  return { type: 'missing', loc, msg: 'Field required', input };
}

export function wrongType(type: string, noun: string, loc: Complaint['loc'], input: unknown): Complaint {
  return { type, loc, msg: `Input should be a valid ${noun}`, input };
}

const trueWords = ['true', '1', 'yes', 'on', 't', 'y'];
const falseWords = ['false', '0', 'no', 'off', 'f', 'n'];

export function parseBoolean(value: unknown, loc: Complaint['loc']): Parsed<boolean> {
  const word = String(value).toLowerCase();
  if (trueWords.includes(word)) return { value: true };
  if (falseWords.includes(word)) return { value: false };
  const msg = 'Input should be a valid boolean, unable to interpret input';
  return { complaints: [{ type: 'bool_parsing', loc, msg, input: value }] };
}

export function queryBoolean(query: URLSearchParams, name: string): Parsed<boolean> {
  const text = query.get(name);
  return text === null ? { value: false } : parseBoolean(text, ['query', name]);
}

export function queryInteger<T>(query: URLSearchParams, name: string, absent: T): Parsed<number | T> {
  const text = query.get(name);
  if (text === null) return { value: absent };
  if (/^\s*[-+]?\d+\s*$/.test(text)) return { value: Number(text) };
  const msg = 'Input should be a valid integer, unable to parse string as an integer';
  return { complaints: [{ type: 'int_parsing', loc: ['query', name], msg, input: text }] };
}
