import type { ErrorData } from '#shared/errors/app-error.ts';
import type { InputOrder, PreparedInput } from '#shared/jobs/prepared-input.ts';

/** What the worker asks of the hidden document. The picture is in the database, which both read. */
export type PrepareOrder = { prepare: InputOrder };

export type Prepared = { input: PreparedInput } | { error: ErrorData };
