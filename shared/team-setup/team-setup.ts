import type { ComfyDeployConnection, ComfyUiConnection, Connection } from '#shared/connection/connection.ts';
import { envelopeSchema, type KeychainEnvelope } from '#shared/connection/keychain.ts';
import type { ComfyUiWorkflow } from '#shared/engines/comfyui/workflow.ts';
import type { InputRoles } from '#shared/inputs/input-definition.ts';
import type { Preset } from '#shared/presets/preset.ts';
import { readPresetFile, writePresetFile } from '#shared/presets/preset-file.ts';
import type { PresetDraft } from '#shared/presets/preset-shelf.ts';
import * as z from '#shared/zod.ts';

type Roles = { roles?: Partial<InputRoles> };

/** Where the pictures are made, as far as it is the same for the whole team: no key, no webhook, no prices. */
export type TeamServer =
  | (Pick<ComfyDeployConnection, 'engine' | 'baseUrl' | 'deploymentId' | 'hosts'> & Roles)
  | (Pick<ComfyUiConnection, 'engine' | 'baseUrl'> & {
      workflow: Pick<ComfyUiWorkflow, 'name' | 'graph'>;
    } & Roles);

/** What one person of a team has set up, for the others to begin with. */
export type TeamSetup = {
  /** What the workflow is called, to be recognised. */
  name: string;
  server: TeamServer;
  presets: readonly PresetDraft[];
  /** The key, locked with a passphrase that is told by another way; `null` where everyone brings their own. */
  lockedKey: KeychainEnvelope | null;
};

/** A setup as a person has taken it over, with the key where they could open it. */
export type OpenedSetup = TeamSetup & { apiKey: string | null };

const setupFormat = 'restyle-team-setup';

const rolesSchema = z.optional(z.record(z.string(), z.nullable(z.string())));
const address = z.string().check(z.regex(/^https?:\/\//), z.maxLength(2_000));

const serverSchema = z.discriminatedUnion('engine', [
  z.object({
    engine: z.literal('comfydeploy'),
    baseUrl: address,
    deploymentId: z.string().check(z.maxLength(200)),
    hosts: z.array(z.string().check(z.regex(/^https?:\/\/[^/]+\/\*$/))),
    roles: rolesSchema,
  }),
  z.object({
    engine: z.literal('comfyui'),
    baseUrl: address,
    workflow: z.object({ name: z.string(), graph: z.record(z.string(), z.unknown()) }),
    roles: rolesSchema,
  }),
]);

const setupSchema = z.looseObject({
  format: z.literal(setupFormat),
  version: z.literal(1),
  name: z.string().check(z.maxLength(200)),
  server: serverSchema,
  presets: z.optional(z.unknown()),
  lockedKey: z.optional(z.nullable(envelopeSchema)),
});

/** The part of a connection that a team shares; `null` for engines that everyone connects themselves. */
export function teamServerOf(connection: Connection): TeamServer | null {
  const { roles } = connection.description;
  const chosen = roles ? { roles } : {};
  switch (connection.engine) {
    case 'comfydeploy': {
      const { engine, baseUrl, deploymentId, hosts } = connection;
      return { engine, baseUrl, deploymentId, hosts, ...chosen };
    }
    case 'comfyui': {
      const { engine, baseUrl, workflow } = connection;
      return { engine, baseUrl, workflow: { name: workflow.name, graph: workflow.graph }, ...chosen };
    }
    default:
      return null;
  }
}

type Contents = Pick<TeamSetup, 'name' | 'server' | 'lockedKey'> & { presets: readonly Preset[] };

/** The setup as a file's text. */
export function writeTeamSetup({ name, server, lockedKey, presets }: Contents): string {
  const shelf = presets.length > 0 ? { presets: JSON.parse(writePresetFile(presets)) } : {};
  const locked = lockedKey ? { lockedKey } : {};
  return JSON.stringify({ format: setupFormat, version: 1, name, server, ...shelf, ...locked }, null, 2);
}

/** A parsed file as a setup; `null` when it is none. Presets that cannot be read are left out. */
export function parseTeamSetup(stored: unknown): TeamSetup | null {
  const parsed = setupSchema.safeParse(stored);
  if (!parsed.success) return null;
  const { name, server, presets, lockedKey } = parsed.data;
  const drafts = presetsIn(presets);
  // What its roles and its workflow may be was checked as far as the schema goes; the connection test does the rest.
  return { name, server: server as unknown as TeamServer, presets: drafts, lockedKey: lockedKey ?? null };
}

function presetsIn(stored: unknown): readonly PresetDraft[] {
  if (stored === undefined) return [];
  try {
    return readPresetFile(JSON.stringify(stored));
  } catch {
    return [];
  }
}
