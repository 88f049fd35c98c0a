import type { Connection } from '#shared/connection/connection.ts';
import type { PresetDraft } from '#shared/presets/preset-shelf.ts';
import type { TeamSetup } from '#shared/team-setup/team-setup.ts';

/** A connection that was made by a setup, with what the team says its inputs are for. */
export function withTeamRoles<T extends Connection>(connection: T, setup: TeamSetup | null): T {
  if (setup?.server.roles === undefined || setup.server.engine !== connection.engine) return connection;
  return { ...connection, description: { ...connection.description, roles: setup.server.roles } };
}

/** The presets of a setup that a person does not have yet: imported twice, it adds nothing. */
export function newPresetsIn<T extends Pick<PresetDraft, 'name' | 'prompt'>>(
  presets: readonly T[],
  own: readonly Pick<PresetDraft, 'name' | 'prompt'>[],
): T[] {
  const known = new Set(own.map(({ name, prompt }) => JSON.stringify([name, prompt])));
  return presets.filter(({ name, prompt }) => !known.has(JSON.stringify([name, prompt])));
}
