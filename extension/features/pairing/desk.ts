import type { Desk } from '#shared/pairing/host/serve-guest.ts';
import type { DeskDeps } from './desk-deps.ts';
import { createHandoffDesk } from './handoff-desk.ts';
import { createJobDesk } from './job-desk.ts';
import { listFor } from './listing.ts';
import { meetPresets } from './meet-presets.ts';

/** What paired guests can have from this browser. Its key is used here and shown to nobody. */
export function createDesk(deps: DeskDeps): Desk {
  const { services, store } = deps;
  const handoffs = createHandoffDesk(services);
  const jobs = createJobDesk(deps);

  return {
    isWelcome: store.touch,

    async answer(pairingId, ask, picture) {
      switch (ask.verb) {
        case 'list':
          return { value: await listFor(pairingId, deps) };
        case 'handoff.list':
        case 'handoff.take':
        case 'handoff.forget':
        case 'handoff.open':
          return handoffs.answer(ask, picture);
        case 'presets.meet':
          return { value: await meetPresets(ask.items, services.synced) };
        default:
          return jobs.answer(pairingId, ask, picture);
      }
    },
  };
}
