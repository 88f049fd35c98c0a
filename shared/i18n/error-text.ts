/** What the one button beside an error does. */
export type ErrorAction =
  | 'retry'
  | 'open-settings'
  | 'allow-host'
  | 'choose-picture'
  | 'look-again'
  /** Opens the server's address in a tab: there the browser shows what it does not tell us. */
  | 'open-address'
  | 'copy-details'
  | 'dismiss';

export type ErrorText = {
  /** What happened. */
  title: string;
  /** What it means for the picture and the money, and who can mend it. */
  advice: string;
  action: ErrorAction;
  /** Label of the button. */
  button: string;
  /** A second way, shown smaller. */
  other?: { action: ErrorAction; button: string };
};
