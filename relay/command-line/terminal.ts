/** Where the command line speaks to. `isInteractive`: a person sits in front of it. */
export type Terminal = { print(text: string): void; isInteractive: boolean };

export type Environment = Readonly<Record<string, string | undefined>>;
