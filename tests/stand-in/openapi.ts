/** The parts of JSON Schema that FastAPI's documents use. */
type Schema = {
  $ref?: string;
  anyOf?: readonly Schema[];
  const?: unknown;
  enum?: readonly unknown[];
  type?: string;
  format?: string;
  items?: Schema;
  properties?: Readonly<Record<string, Schema>>;
  required?: readonly string[];
  additionalProperties?: boolean | Schema;
};

type Operation = {
  responses: Readonly<Record<string, { content?: Readonly<Record<string, { schema: Schema }>> }>>;
};

export type OpenApiDocument = {
  paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  components: { schemas: Readonly<Record<string, Schema>> };
};

const formats: Readonly<Record<string, RegExp>> = {
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/,
};

function isOfType(value: unknown, type: string): boolean {
  switch (type) {
    case 'null':
      return value === null;
    case 'array':
      return Array.isArray(value);
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value);
    case 'integer':
      return Number.isInteger(value);
    default:
      return typeof value === type;
  }
}

type Check = (schema: Schema, value: unknown, at: string) => string[];

function problemsOfValue(schema: Schema, value: unknown, at: string): string[] {
  const { enum: choices, type, format } = schema;
  if ('const' in schema && value !== schema.const) return [`${at}: is not ${String(schema.const)}`];
  if (choices !== undefined && !choices.includes(value)) return [`${at}: is not one of ${choices}`];
  if (type !== undefined && !isOfType(value, type)) return [`${at}: is no ${type}`];
  const isFormed = format === undefined || formats[format]?.test(String(value)) !== false;
  return isFormed ? [] : [`${at}: is no ${format}`];
}

function problemsOfFields(schema: Schema, value: object, at: string, check: Check): string[] {
  const { properties, additionalProperties: others } = schema;
  const isOpen = others === true || (properties === undefined && others === undefined);
  const missing = (schema.required ?? []).filter((name) => !(name in value));
  const known = Object.entries(value).flatMap(([name, field]) => {
    const part = properties?.[name] ?? (typeof others === 'object' ? others : undefined);
    if (part !== undefined) return check(part, field, `${at}.${name}`);
    return isOpen ? [] : [`${at}.${name}: unknown`];
  });
  return [...missing.map((name) => `${at}.${name}: missing`), ...known];
}

function problemsWithin(schema: Schema, value: unknown, at: string, check: Check): string[] {
  if (typeof value !== 'object' || value === null) return [];
  if (!Array.isArray(value)) return problemsOfFields(schema, value, at, check);
  const { items } = schema;
  return items === undefined ? [] : value.flatMap((item, index) => check(items, item, `${at}[${index}]`));
}

/** Everything in which a value differs from its schema; names the schema does not know count too. */
function createCheck(document: OpenApiDocument): Check {
  const check: Check = (schema, value, at) => {
    if (schema.$ref !== undefined) {
      const target = document.components.schemas[schema.$ref.slice('#/components/schemas/'.length)];
      return target === undefined ? [`${at}: no schema ${schema.$ref}`] : check(target, value, at);
    }
    if (schema.anyOf !== undefined) {
      const tries = schema.anyOf.map((option) => check(option, value, at));
      return tries.some((problems) => problems.length === 0) ? [] : tries.flat();
    }
    const problems = problemsOfValue(schema, value, at);
    return problems.length > 0 ? problems : problemsWithin(schema, value, at, check);
  };
  return check;
}

function operationFor(document: OpenApiDocument, method: string, path: string): Operation | undefined {
  const exact = document.paths[path];
  const templated = Object.entries(document.paths).find(([template]) =>
    new RegExp(`^${template.replace(/\{\w+\}/g, '[^/]+')}$`).test(path),
  )?.[1];
  return (exact ?? templated)?.[method.toLowerCase()];
}

/** What is wrong with a JSON answer according to the document; empty when nothing is. */
export function problemsOfAnswer(
  document: OpenApiDocument,
  answer: { method: string; path: string; status: number; body: unknown },
): string[] {
  const operation = operationFor(document, answer.method, answer.path);
  if (operation === undefined) return [`${answer.method} ${answer.path}: not in the document`];
  const schema = operation.responses[String(answer.status)]?.content?.['application/json']?.schema;
  if (schema === undefined)
    return [`${answer.method} ${answer.path}: no answer ${answer.status} in the document`];
  return createCheck(document)(schema, answer.body, 'answer');
}
