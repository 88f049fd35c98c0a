import * as z from '#shared/zod.ts';

const runOutcomes = [
  'failed',
  'timeout',
  'no-outputs',
  'many-outputs',
  'html-output',
  'presigned-output',
  'expired-output',
] as const;

/** How a run may end besides well; see `runs/outcome.ts`. */
export type ScriptedOutcome = (typeof runOutcomes)[number];

const faultAction = z.discriminatedUnion('kind', [
  /** Answers itself, in place of the route. */
  z.object({
    kind: z.literal('status'),
    status: z.int(),
    json: z.optional(z.unknown()),
    html: z.optional(z.string()),
    headers: z.optional(z.record(z.string(), z.string())),
  }),
  /** Never answers. */
  z.object({ kind: z.literal('hang') }),
  /** Holds the request until released, then handles it. */
  z.object({ kind: z.literal('holdBefore') }),
  /** Handles the request (a run exists), then holds the answer until released. */
  z.object({ kind: z.literal('holdAfter') }),
  /** Cuts the connection before handling. */
  z.object({ kind: z.literal('drop') }),
  /** Handles the request (a run exists), then cuts the connection: the answer is lost. */
  z.object({ kind: z.literal('dropAfter') }),
  /** Handles the request twice, as when something on the way repeats it (two runs exist), then cuts the connection. */
  z.object({ kind: z.literal('repeatAndDrop') }),
  /** Sends half the body, then cuts the connection. */
  z.object({ kind: z.literal('truncate') }),
  z.object({ kind: z.literal('delay'), delayMs: z.number() }),
  /** For requests that create runs: decides how the run ends. */
  z.object({
    kind: z.literal('runOutcome'),
    outcome: z.enum(runOutcomes),
    logs: z.optional(z.array(z.string())),
  }),
]);

const faultRule = z.object({
  /**
   * Both omitted: every request. `path` is a prefix, or a regular expression when it starts with
   * `^`; API paths begin with `/api/`, those of the storage with `/inputs/`, `/assets/`, `/outputs/`.
   */
  match: z.optional(z.object({ method: z.optional(z.string()), path: z.optional(z.string()) })),
  /** How many requests it meets, default 1. */
  times: z.optional(z.union([z.int(), z.literal('always')])),
  action: faultAction,
});

export type FaultAction = z.infer<typeof faultAction>;
export type FaultRule = z.infer<typeof faultRule>;
export type RunOutcomeAction = Extract<FaultAction, { kind: 'runOutcome' }>;

/** Throws on anything that is no rule. */
export function parseFaultRule(value: unknown): FaultRule {
  return faultRule.parse(value);
}

export function isMatch(rule: FaultRule, request: { method: string; path: string }): boolean {
  const { method, path = '/' } = rule.match ?? {};
  if (method !== undefined && method.toUpperCase() !== request.method) return false;
  return path.startsWith('^') ? new RegExp(path).test(request.path) : request.path.startsWith(path);
}
