import { nearnessOf } from '#shared/capture/address-safety.ts';
import type { Connection } from '#shared/connection/connection.ts';
import { hostedBaseUrl } from '#shared/engines/comfydeploy/base-url.ts';
import { rolesOf } from '#shared/inputs/roles.ts';
import type { Job } from '#shared/jobs/job.ts';

export type DiagnosticFacts = {
  atMs: number;
  version: string;
  userAgent: string;
  connections: readonly Connection[];
  /** Newest first. */
  jobs: readonly Job[];
  /** As the browser lists them; hosts are counted and not named. */
  rights: { permissions: readonly string[]; origins: readonly string[]; hasAllSites: boolean };
  /** Bytes, by what they are of. */
  sizesBytes: Readonly<Record<string, number>>;
};

/**
 * What helps to find a fault, as JSON. Everything in it is chosen one by one from what can hold no secret: no
 * key, token, prompt, name, picture or address, and no text that a server or a person wrote.
 */
export function writeDiagnostics(facts: DiagnosticFacts): string {
  const { atMs, version, userAgent, connections, jobs, rights, sizesBytes } = facts;
  const diagnostics = {
    format: 'restyle-diagnostics',
    madeAt: new Date(atMs).toISOString(),
    restyle: version,
    browser: userAgent,
    engines: connections.map((connection) => engineOf(connection, rights)),
    rights: {
      permissions: rights.permissions,
      hostCount: rights.origins.length,
      hasAllSites: rights.hasAllSites,
    },
    sizesBytes,
    jobs: countByStage(jobs),
    errors: jobs.filter(hasError).map(errorOf),
  };
  return JSON.stringify(diagnostics, null, 2);
}

function engineOf(connection: Connection, { origins, hasAllSites }: DiagnosticFacts['rights']) {
  const { engine, description, hosts, prices } = connection;
  const roles = rolesOf(description);
  return {
    engine,
    ...('baseUrl' in connection && { server: serverKindOf(connection.baseUrl) }),
    inputKinds: description.inputs.map(({ kind }) => kind),
    hasPrompt: roles.prompt !== null,
    hasStrength: roles.strength !== null,
    hasSeed: roles.seed !== null,
    rolesChosen: description.roles !== undefined,
    pricesKnown: Object.keys(prices).length > 0,
    hostsAllowed: hasAllSites || hosts.every((host) => origins.includes(host)),
  };
}

function serverKindOf(baseUrl: string): string {
  if (baseUrl === hostedBaseUrl) return 'hosted';
  return `own, of the ${nearnessOf(baseUrl)}`;
}

function countByStage(jobs: readonly Job[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { stage } of jobs) counts[stage.name] = (counts[stage.name] ?? 0) + 1;
  return counts;
}

function hasError({ stage, trouble }: Job): boolean {
  return stage.name === 'failed' || trouble !== null;
}

function errorOf({ stage, trouble, recipe, context, createdAtMs, updatedAtMs }: Job) {
  const error = stage.name === 'failed' ? stage.error : trouble;
  const tried = context.receipt?.tried.map(({ route, refusal }) => `${route}: ${refusal}`) ?? [];
  return {
    at: new Date(updatedAtMs).toISOString(),
    afterMs: updatedAtMs - createdAtMs,
    code: error?.code,
    ...(error?.status !== undefined && { status: error.status }),
    engine: recipe.engine,
    stage: stage.name,
    ...(stage.name === 'failed' && { failedIn: stage.retryFrom?.name ?? null }),
    surface: context.surface,
    captureRoute: context.captureRoute,
    ...(tried.length > 0 && { tried }),
  };
}
