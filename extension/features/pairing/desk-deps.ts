import type { JobRunner } from '#shared/jobs/runner.ts';
import type { PairingStore } from '../../platform/pairings/pairing-store.ts';
import type { Services } from '../../platform/services.ts';

/** What the desk for paired guests works with. */
export type DeskDeps = { services: Services; runner: JobRunner; store: PairingStore };
