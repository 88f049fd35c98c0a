/** Where the command line speaks to. */
export type Terminal = { print(text: string): void };

export type Environment = Readonly<Record<string, string | undefined>>;
