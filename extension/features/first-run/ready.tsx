import type { ComponentChild } from 'preact';
import type { Connection } from '#shared/connection/connection.ts';
import { settingsWords } from '#shared/i18n/en/settings.ts';
import { welcomeWords as words } from '#shared/i18n/en/welcome.ts';
import { type Role, rolesOf } from '#shared/inputs/roles.ts';
import box from './box.module.css';
import styles from './ready.module.css';

const shownRoles: readonly Role[] = ['picture', 'prompt', 'strength', 'seed'];

/** What was found behind the connection, where pictures go from now on, and the way on. */
export function Ready({ connection, roles }: { connection: Connection; roles: ComponentChild }) {
  const { engine, description } = connection;
  const found = rolesOf(description);
  const labelOf = (id: string | null) => description.inputs.find((input) => input.id === id)?.label;
  return (
    <section class={box.box} data-found={true} aria-labelledby="ready">
      <h2 id="ready" class={styles.title}>
        {words.ready}
      </h2>
      <p role="status">{words.connectedTo(description.name)}</p>
      {description.inputs.length > 0 && (
        <dl class={styles.inputs} aria-label={words.takes}>
          {shownRoles.map((role) => (
            <div key={role}>
              <dt>{settingsWords.roles.names[role]}</dt>
              <dd>{labelOf(found[role]) ?? words.unused}</dd>
            </div>
          ))}
        </dl>
      )}
      {description.inputs.length > 0 && roles}
      <p class={styles.where}>{words.whereTo[engine]}</p>
      <a class={styles.go} href="#practice">
        {words.tryIt}
      </a>
    </section>
  );
}
