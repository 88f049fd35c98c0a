import { AppError } from '#shared/errors/app-error.ts';
import { type Caller, mayRun } from '../members/member.ts';
import type { DeploymentNames } from '../upstream/deployment-names.ts';
import { words } from '../words.ts';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Which deployment a prediction is for: the one it names as `version`, else the one that is set for the relay, else
 * the only one that there is for this member. Raises `invalid-input` where that leaves a choice.
 */
export async function chooseDeployment(
  version: string | null | undefined,
  caller: Caller,
  { usual, deploymentNames }: { usual: string | undefined; deploymentNames: DeploymentNames },
): Promise<string> {
  if (version != null) {
    if (uuid.test(version)) return version.toLowerCase();
    throw refusal(words.versionUnknown);
  }
  if (usual !== undefined && mayRun(caller, usual)) return usual;
  const all = caller.deployments ?? (await deploymentNames())?.map(({ id }) => id) ?? [];
  const [only, ...others] = all;
  if (only !== undefined && others.length === 0) return only;
  throw refusal(words.deploymentOpen);
}

function refusal(sentence: string): AppError {
  return new AppError('invalid-input', sentence, { status: 422 });
}
