import type { ComponentChild } from 'preact';
import type { Connection } from '#shared/connection/connection.ts';
import type { OpenedSetup } from '#shared/team-setup/team-setup.ts';

type FormProps = { setup: OpenedSetup | null; onConnected: () => void };

/** Forms of other features, which the settings show as well. */
export type WelcomeForms = {
  /** `pasted` is the text of a setup that the person has given already; empty without one. */
  setup(pasted: string, onSetup: (setup: OpenedSetup) => void): ComponentChild;
  team(props: FormProps): ComponentChild;
  own(props: FormProps): ComponentChild;
  roles(connection: Connection, onChange: () => void): ComponentChild;
};
