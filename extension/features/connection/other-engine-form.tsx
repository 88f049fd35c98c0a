import type { ComponentChildren } from 'preact';
import { hostsOfDraft, type OtherDraft, secretOf } from '#shared/connection/other-draft.ts';
import type { OptionId } from '#shared/i18n/en/option-costs.ts';
import { panelWords } from '#shared/i18n/en/panel.ts';
import { withTeamRoles } from '#shared/team-setup/apply-setup.ts';
import { Button } from '#shared/ui/controls/button.tsx';
import { CheckResult } from '#shared/ui/settings/check-result.tsx';
import { OptionCost } from '#shared/ui/settings/option-cost.tsx';
import { ask } from '../../messaging.ts';
import { actOnCheck } from './act-on-check.ts';
import type { SectionProps } from './comfydeploy-section.tsx';
import { copyDetails } from './copy-details.ts';
import styles from './other-engine-form.module.css';
import { useConnecting } from './use-connecting.ts';

const words = panelWords.connect;

type OtherEngineFormProps = SectionProps & {
  label: string;
  /** What the engine is. */
  lead: string;
  cost: OptionId;
  draft: OtherDraft;
  children?: ComponentChildren;
};

/** The frame around every other engine's fields: what it is, Connect, and how the test went. */
export function OtherEngineForm({
  services,
  setup = null,
  onConnected,
  label,
  lead,
  cost,
  draft,
  children,
}: OtherEngineFormProps) {
  const { check, connect } = useConnecting(services, onConnected);
  const tryIt = () =>
    connect({
      engine: draft.engine,
      hosts: () => hostsOfDraft(draft),
      test: async () => withTeamRoles(await ask('connection.testOther', { draft }), setup),
      secret: secretOf(draft),
    });
  const submit = (event: Event) => {
    event.preventDefault();
    tryIt();
  };
  const isChecking = check?.state === 'checking';
  return (
    <form class={styles.form} aria-label={label} onSubmit={submit} noValidate>
      <p class={styles.lead}>{lead}</p>
      {children}
      <OptionCost of={cost} />
      <div>
        <Button type="submit" busy={isChecking}>
          {isChecking ? words.checking : words.button}
        </Button>
      </div>
      <CheckResult check={check} onAction={actOnCheck(check, tryIt)} onCopyDetails={copyDetails} />
    </form>
  );
}
