/** Logins a person has approved on the dashboard: request id to the time of approval. */
export type LoginBook = Map<string, number>;

/** How long an approved key is handed out. */
export const handedOutMs = 30_000;
