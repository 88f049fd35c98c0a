import { parseArgs } from 'node:util';
import { isPortInUse } from '../tests/stand-in/http/server.ts';
import { type StandIn, type StandInOptions, startStandIn } from '../tests/stand-in/stand-in.ts';

/** Where ComfyDeploy's own development server listens, and the port after it. */
const usualPort = 3011;

const { values } = parseArgs({
  options: { port: { type: 'string' }, json: { type: 'boolean', default: false } },
});

const portsFrom = (port: number): StandInOptions => ({ port, storagePort: port === 0 ? 0 : port + 1 });

async function start(): Promise<StandIn> {
  const asked = values.port === undefined ? null : Number(values.port);
  try {
    return await startStandIn({ ...portsFrom(asked ?? usualPort), hasSettings: true });
  } catch (error) {
    if (!isPortInUse(error)) throw error;
    if (asked !== null) throw new Error(`Port ${asked} or ${asked + 1} is in use.`);
    console.error(`Ports ${usualPort} and ${usualPort + 1} are in use, so the stand-in takes free ones.`);
    return startStandIn({ hasSettings: true });
  }
}

function printForPeople(standIn: StandIn): void {
  console.log(`A stand-in for ComfyDeploy is running. No account, no cost, nothing leaves this computer.

  Server URL      ${standIn.baseUrl}
  API key         ${standIn.apiKey}
  Deployment ID   ${standIn.deploymentId}

  Pictures are kept at ${standIn.storageUrl}, every run is listed at ${standIn.ledgerUrl}.
  Ctrl+C ends it.`);
}

function printForMachines({ baseUrl, apiKey, deploymentId, storageUrl, ledgerUrl }: StandIn): void {
  console.log(JSON.stringify({ baseUrl, apiKey, deploymentId, storageUrl, ledgerUrl }));
}

try {
  const standIn = await start();
  const stop = () => void standIn.close();
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  if (values.json) printForMachines(standIn);
  else printForPeople(standIn);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
