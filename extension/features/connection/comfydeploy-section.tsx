import { useState } from 'preact/hooks';
import { type ConnectionDraft, draftOf, hostPatternsFor } from '#shared/connection/connection-draft.ts';
import { hostedBaseUrl } from '#shared/engines/comfydeploy/base-url.ts';
import { withTeamRoles } from '#shared/team-setup/apply-setup.ts';
import type { OpenedSetup } from '#shared/team-setup/team-setup.ts';
import { ConnectForm } from '#shared/ui/settings/connect-form.tsx';
import { OptionCost } from '#shared/ui/settings/option-cost.tsx';
import { ask } from '../../messaging.ts';
import type { Services } from '../../platform/services.ts';
import { actOnCheck } from './act-on-check.ts';
import { copyDetails } from './copy-details.ts';
import { DeploymentPicker } from './deployment-picker.tsx';
import { SignIn } from './sign-in.tsx';
import { useConnecting } from './use-connecting.ts';

const emptyDraft: ConnectionDraft = {
  baseUrl: hostedBaseUrl,
  apiKey: '',
  deploymentId: '',
  storageOrigins: '',
};

export type SectionProps = {
  services: Services;
  /** What the team has set up already: the form is filled in with it. */
  setup?: OpenedSetup | null;
  onConnected: () => void;
};

/** The team's own workflow at ComfyDeploy: what Restyle is for. */
export function ComfyDeploySection({ services, setup = null, onConnected }: SectionProps) {
  const [draft, setDraft] = useState(() => firstDraft(setup));
  const { check, connect } = useConnecting(services, () => {
    setDraft({ ...draft, apiKey: '' });
    onConnected();
  });
  const tryIt = () =>
    connect({
      engine: 'comfydeploy',
      hosts: () => hostPatternsFor(draft),
      test: async () => withTeamRoles(await ask('connection.test', { draft }), setup),
      secret: draft.apiKey.trim(),
    });
  return (
    <div>
      <ConnectForm
        value={draft}
        check={check}
        onChange={setDraft}
        onConnect={tryIt}
        onAction={actOnCheck(check, tryIt)}
        onCopyDetails={copyDetails}
      />
      <OptionCost of="comfydeploy" />
      {draft.apiKey === '' && <SignIn draft={draft} onKey={(apiKey) => setDraft({ ...draft, apiKey })} />}
      <DeploymentPicker draft={draft} onPick={(deploymentId) => setDraft({ ...draft, deploymentId })} />
    </div>
  );
}

function firstDraft(setup: OpenedSetup | null): ConnectionDraft {
  if (setup?.server.engine !== 'comfydeploy') return emptyDraft;
  return { ...draftOf(setup.server), apiKey: setup.apiKey ?? '' };
}
