import { parseArgs } from 'node:util';
import { hostedBaseUrl, normaliseBaseUrl } from '#shared/engines/comfydeploy/base-url.ts';

export type LiveCheckOptions = {
  baseUrl: string;
  apiKey: string;
  deploymentId: string;
  /** Whether one run may be made and paid for. */
  paid: boolean;
};

const usage = `npm run live-check -- --key KEY --deployment ID [--url ${hostedBaseUrl}] [--paid]
  Reads only, unless --paid is given: then one run is made, at your cost.
  The key may stand in the environment as COMFYDEPLOY_API_KEY instead.`;

/** The command line of `npm run live-check`; throws a sentence for what is missing. */
export function parseLiveCheckArguments(
  argv: readonly string[],
  environment: Readonly<Record<string, string | undefined>> = {},
): LiveCheckOptions {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      key: { type: 'string' },
      deployment: { type: 'string' },
      url: { type: 'string', default: '' },
      paid: { type: 'boolean', default: false },
    },
  });
  const apiKey = (values.key ?? environment.COMFYDEPLOY_API_KEY ?? '').trim();
  const deploymentId = (values.deployment ?? '').trim();
  if (apiKey === '') throw new Error(`An API key is needed.\n${usage}`);
  if (deploymentId === '') throw new Error(`A deployment id is needed.\n${usage}`);
  return { baseUrl: normaliseBaseUrl(values.url), apiKey, deploymentId, paid: values.paid };
}
