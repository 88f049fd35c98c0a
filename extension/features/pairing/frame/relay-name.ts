/** What relays call their connection to the background. */
export const relayName = 'figma-pairing';
