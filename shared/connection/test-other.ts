import { type EnginePorts, openEngine } from '#shared/connection/open-engine.ts';
import { type OtherDraft, secretOf, untested } from '#shared/connection/other-draft.ts';
import { requirePicture } from '#shared/connection/require-picture.ts';

/** Tests a connection to one of the other engines. Reads only: nothing is run or charged. */
export async function testOther(draft: OtherDraft, ports: EnginePorts, signal?: AbortSignal) {
  const connection = untested(draft);
  const engine = openEngine(connection, secretOf(draft), ports);
  const description = requirePicture(await engine.describe(signal));
  return { ...connection, description };
}
