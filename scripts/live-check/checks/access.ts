import { keyValidity, readApiKey } from '#shared/engines/comfydeploy/api-key.ts';
import { listDeployments } from '#shared/engines/comfydeploy/deployments.ts';
import { createComfyDeployEngine } from '#shared/engines/comfydeploy/engine.ts';
import { toErrorData } from '#shared/errors/app-error.ts';
import { guessRoles } from '#shared/inputs/roles.ts';
import { bad, type Check, good, note } from '../check.ts';

const key: Check = {
  question: 'Whose key is it, and how long does it last?',
  async ask({ options, clock }) {
    const facts = readApiKey(options.apiKey);
    if (!facts) return note('It is no ComfyDeploy key in its usual form; a relay token looks like that.');
    const owner = facts.orgId
      ? `organisation ${facts.orgId}`
      : `user ${facts.userId}, without an organisation`;
    const until = facts.expiresAtMs === null ? '' : ` on ${new Date(facts.expiresAtMs).toUTCString()}`;
    const validity = keyValidity(facts, clock.nowMs());
    if (validity === 'expired') return bad(`It belongs to ${owner} and has expired${until}.`);
    if (validity === 'lasting') return good(`It belongs to ${owner} and does not expire.`);
    return note(`It belongs to ${owner} and expires${until}.`);
  },
};

const workflow: Check = {
  question: 'Can the deployment be read, and does Restyle find its inputs?',
  async ask({ engine }) {
    const { name, inputs, outputId, gpu } = await engine.describe();
    const { picture, prompt, strength, seed } = guessRoles(inputs);
    if (!picture) return bad(`"${name}" has no picture input (an External Image node).`);
    const roles = `picture: ${picture}, prompt: ${prompt ?? 'none'}, strength: ${strength ?? 'none'}, seed: ${seed ?? 'none'}`;
    const found = `"${name}" on ${gpu ?? 'an unnamed GPU'}. ${roles}, output: ${outputId ?? 'the first picture'}.`;
    const usual = gpu === null ? ' Runs may ask for a GPU of their own.' : '';
    return seed ? good(found + usual) : note(`${found} Without a seed input no result can be made again.`);
  },
};

const unknownDeployment: Check = {
  question: 'Is an unknown deployment still told from a broken server?',
  async ask(context) {
    const ports = { fetch: globalThis.fetch, clock: context.clock };
    const engine = createComfyDeployEngine({
      ...context.options,
      ...ports,
      deploymentId: crypto.randomUUID(),
    });
    const code = await engine.describe().then(
      () => 'found',
      (error: unknown) => toErrorData(error).code,
    );
    if (code === 'deployment-not-found') return good('Yes.');
    return note(`It comes back as "${code}": Restyle's sentence for a wrong id will be less exact.`);
  },
};

const deployments: Check = {
  question: 'Which deployments does the key see?',
  async ask({ options, clock }) {
    const found = await listDeployments({ ...options, fetch: globalThis.fetch, clock });
    const names = found
      .slice(0, 5)
      .map(({ description, environment }) => `${description.name} (${environment})`);
    const isAmong = found.some(({ id }) => id === options.deploymentId);
    const list = `${found.length}: ${names.join(', ')}${found.length > names.length ? ', ...' : ''}.`;
    return isAmong ? good(list) : note(`${list} The one asked about is not among them: a share?`);
  },
};

export const accessChecks: readonly Check[] = [key, workflow, unknownDeployment, deployments];
