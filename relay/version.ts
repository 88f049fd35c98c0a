import manifest from '../package.json' with { type: 'json' };

export const relayVersion: string = manifest.version;
