import type { ConnectionDraft } from '#shared/connection/connection-draft.ts';
import { settingsWords } from '#shared/i18n/en/settings.ts';
import { Button } from '#shared/ui/controls/button.tsx';
import styles from './deployment-picker.module.css';
import { keyWords } from './key-words.ts';
import { type DeploymentList, useDeployments } from './use-deployments.ts';

const words = settingsWords.deployments;

type DeploymentPickerProps = { draft: ConnectionDraft; onPick: (deploymentId: string) => void };

/** For who has a key but no id at hand: whose key it is, and the deployments it sees. */
export function DeploymentPicker({ draft, onPick }: DeploymentPickerProps) {
  const { list, find } = useDeployments(draft);
  if (draft.apiKey.trim() === '') return null;
  const facts = keyWords(draft.apiKey, Date.now());
  return (
    <section class={styles.picker} aria-label={words.label}>
      {facts && <p class={styles.quiet}>{facts}</p>}
      <div>
        <Button busy={list.state === 'looking'} onClick={find}>
          {list.state === 'looking' ? words.looking : words.find}
        </Button>
      </div>
      <Found list={list} pickedId={draft.deploymentId} onPick={onPick} />
    </section>
  );
}

type FoundProps = { list: DeploymentList; pickedId: string; onPick: (deploymentId: string) => void };

function Found({ list, pickedId, onPick }: FoundProps) {
  if (list.state === 'failed') return <p role="alert">{list.title}</p>;
  if (list.state !== 'found') return null;
  if (list.deployments.length === 0) return <p class={styles.quiet}>{words.none}</p>;
  return (
    <fieldset class={styles.list}>
      <legend class={styles.quiet}>{words.choose}</legend>
      {list.deployments.map(({ id, environment, description }) => (
        <label key={id} class={styles.choice}>
          <input type="radio" name="deployment" checked={id === pickedId} onChange={() => onPick(id)} />
          {description.name} · {environment}
        </label>
      ))}
    </fieldset>
  );
}
