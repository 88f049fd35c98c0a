import type { Exchange } from '../http/exchange.ts';
import { parseUuid } from './uuid.ts';
import { type Complaint, missing, type Parsed, parseBoolean, wrongType } from './validation.ts';

/** Body of `POST /run/deployment/queue`. */
export type RunRequest = {
  deploymentId: string;
  inputs: Record<string, unknown>;
  webhook: string | null;
  webhookIntermediate: boolean;
  gpu: string | null;
  origin: string;
  batchNumber: number;
};

const gpus = ['CPU', 'T4', 'L4', 'A10G', 'L40S', 'A100', 'A100-80GB', 'H100', 'H200', 'B200'] as const;

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** `str | int | float | bool | list`: null and objects are refused, once for each type of the union. */
function complainAboutInput(name: string, value: unknown): Complaint[] {
  if (value !== null && (typeof value !== 'object' || Array.isArray(value))) return [];
  const at = (kind: string) => ['body', 'inputs', name, kind];
  return [
    wrongType('string_type', 'string', at('str'), value),
    wrongType('int_type', 'integer', at('int'), value),
    wrongType('float_type', 'number', at('float'), value),
    wrongType('bool_type', 'boolean', at('bool'), value),
    wrongType('list_type', 'list', at('list[any]'), value),
  ];
}

function complainAboutInputs(inputs: unknown): Complaint[] {
  if (inputs === undefined) return [];
  if (!isFields(inputs)) return [wrongType('dict_type', 'dictionary', ['body', 'inputs'], inputs)];
  return Object.entries(inputs).flatMap(([name, value]) => complainAboutInput(name, value));
}

function complainAboutGpu(gpu: unknown): Complaint[] {
  if (gpu === undefined || gpu === null || gpus.some((known) => known === gpu)) return [];
  const quoted = gpus.map((known) => `'${known}'`);
  const expected = `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1)}`;
  return [
    { type: 'enum', loc: ['body', 'gpu'], msg: `Input should be ${expected}`, input: gpu, ctx: { expected } },
  ];
}

function complainAboutText(name: string, value: unknown): Complaint[] {
  if (value === undefined || value === null || typeof value === 'string') return [];
  return [wrongType('string_type', 'string', ['body', name], value)];
}

function complainAboutSwitch(name: string, value: unknown): Complaint[] {
  if (value === undefined || value === null || typeof value === 'boolean') return [];
  const parsed = parseBoolean(value, ['body', name]);
  return 'complaints' in parsed ? [...parsed.complaints] : [];
}

function complainAboutFlags(flags: unknown): Complaint[] {
  if (flags === undefined || flags === null) return [];
  if (!Array.isArray(flags)) return [wrongType('list_type', 'list', ['body', 'flags'], flags)];
  return flags.flatMap((flag: unknown, index) =>
    typeof flag === 'string' ? [] : [wrongType('string_type', 'string', ['body', 'flags', index], flag)],
  );
}

function checkFields(body: Fields): Parsed<RunRequest> {
  const id = parseUuid(body.deployment_id, ['body', 'deployment_id']);
  const complaints = [
    ...complainAboutInputs(body.inputs),
    ...complainAboutText('webhook', body.webhook),
    ...complainAboutSwitch('webhook_intermediate_status', body.webhook_intermediate_status),
    ...complainAboutGpu(body.gpu),
    ...complainAboutFlags(body.flags),
    ...('complaints' in id ? id.complaints : []),
  ];
  if (!('deployment_id' in body)) {
    return { complaints: [...complaints.slice(0, -1), missing(['body', 'deployment_id'], body)] };
  }
  if (complaints.length > 0 || 'complaints' in id) return { complaints };
  return {
    value: {
      deploymentId: id.value,
      inputs: isFields(body.inputs) ? { ...body.inputs } : {},
      webhook: typeof body.webhook === 'string' ? body.webhook : null,
      webhookIntermediate: String(body.webhook_intermediate_status) === 'true',
      gpu: typeof body.gpu === 'string' ? body.gpu : null,
      origin: typeof body.origin === 'string' ? body.origin : 'api',
      batchNumber: typeof body.batch_number === 'number' ? body.batch_number : 1,
    },
  };
}

/** What FastAPI makes of a body: JSON only when the content type says so. */
export async function parseRunRequest(exchange: Exchange): Promise<Parsed<RunRequest>> {
  const text = new TextDecoder().decode(await exchange.body());
  if (text === '') return { complaints: [missing(['body'], null)] };
  const isJson = /^application\/([\w.-]+\+)?json/.test(exchange.header('content-type') ?? '');
  let body: unknown = text;
  try {
    if (isJson) body = JSON.parse(text);
  } catch {
    const ctx = { error: 'Expecting value' };
    return {
      complaints: [{ type: 'json_invalid', loc: ['body', 0], msg: 'JSON decode error', input: {}, ctx }],
    };
  }
  if (isFields(body)) return checkFields(body);
  const noun = 'dictionary or object to extract fields from';
  return { complaints: [wrongType('model_attributes_type', noun, ['body'], body)] };
}
