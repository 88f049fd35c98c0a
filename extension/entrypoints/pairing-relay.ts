import { defineUnlistedScript } from '#imports';
import { installRelay } from '../features/pairing/frame/relay.ts';

/** Put into Figma's frames once a person has connected Figma, and only then. */
export default defineUnlistedScript(() => installRelay());
