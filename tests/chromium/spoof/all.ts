import { frames } from './frames.ts';
import { handshakes } from './handshakes.ts';
import { intruders } from './intruders.ts';
import { lives } from './lives.ts';
import { sessions } from './sessions.ts';
import { spending } from './spending.ts';
import type { Spoof } from './spoof.ts';

/** Every way we know of. Those that reload Figma's page come last. */
export const spoofs: readonly Spoof[] = [
  ...handshakes,
  ...sessions,
  ...frames,
  ...intruders,
  ...spending,
  ...lives,
];
