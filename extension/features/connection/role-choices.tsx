import type { Connection } from '#shared/connection/connection.ts';
import { settingsWords } from '#shared/i18n/en/settings.ts';
import { inputsFor, type Role, rolesOf } from '#shared/inputs/roles.ts';
import { Button } from '#shared/ui/controls/button.tsx';
import { Disclosure } from '#shared/ui/controls/disclosure.tsx';
import { Select } from '#shared/ui/controls/select.tsx';
import { OptionCost } from '#shared/ui/settings/option-cost.tsx';
import { changeConnection } from '../../platform/connection-store.ts';
import styles from './connected-card.module.css';

const words = settingsWords.roles;
const roles: readonly Role[] = ['picture', 'prompt', 'strength', 'seed'];

type RoleChoicesProps = { connection: Connection; onChange: () => void };

/** Which input of the workflow is what: guessed from kinds and names, and changed here. */
export function RoleChoices({ connection, onChange }: RoleChoicesProps) {
  const { description } = connection;
  const current = rolesOf(description);
  const keep = (chosen: typeof description.roles) => {
    const { roles: _, ...plain } = description;
    const next = { ...plain, ...(chosen ? { roles: chosen } : {}) };
    void changeConnection({ ...connection, description: next }).then(onChange);
  };
  return (
    <Disclosure label={words.label}>
      <p class={styles.where}>{words.lead}</p>
      <OptionCost of="roles" />
      {roles.map((role) => (
        <Select
          key={role}
          label={words.names[role]}
          value={current[role] ?? ''}
          options={optionsFor(role, connection)}
          onValue={(id) => keep({ ...description.roles, [role]: id === '' ? null : id })}
        />
      ))}
      {description.roles && (
        <div>
          <Button onClick={() => keep(undefined)}>{words.guess}</Button>
        </div>
      )}
    </Disclosure>
  );
}

/** A picture there always is; everything else a workflow may lack. */
function optionsFor(role: Role, { description }: Connection) {
  const fitting = inputsFor(role, description.inputs).map(({ id, label }) => ({
    value: id,
    label: label.toLowerCase() === id.toLowerCase() ? label : `${label} (${id})`,
  }));
  return role === 'picture' ? fitting : [{ value: '', label: words.none }, ...fitting];
}
