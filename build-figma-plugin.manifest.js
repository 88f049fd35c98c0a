/** Commands of `figma-plugin/main/launch.ts`. */
const menu = [
  { name: 'Open Restyle', command: 'open' },
  {
    name: 'Restyle with a preset',
    command: 'preset',
    parameters: [
      { name: 'Preset', key: 'preset', description: 'The look to give the selected layers' },
      { name: 'Strength', key: 'strength', description: 'In percent', allowFreeform: true, optional: true },
    ],
  },
  { separator: true },
  { name: 'Re-run from the original', command: 'rerun' },
  { name: 'Vary', command: 'vary' },
  { name: 'Revert', command: 'revert' },
];

/** Beside every layer that holds a result. */
const relaunchButtons = [
  { name: 'Re-run', command: 'rerun', multipleSelection: true },
  { name: 'Vary', command: 'vary', multipleSelection: true },
  { name: 'Revert', command: 'revert', multipleSelection: true },
];

/**
 * Figma lets a plugin reach only the hosts its manifest names, and names cannot change later: the
 * team's relay is put in when building (`npm run build -- --relay https://relay.example.com`). Without one it
 * reaches a relay on this machine, and that only as long as it is being developed.
 */
export default function complete(manifest) {
  const relay = process.env.RESTYLE_RELAY;
  const whole = { ...manifest, menu, relaunchButtons };
  if (!relay) return whole;
  return {
    ...whole,
    networkAccess: { allowedDomains: [relay], reasoning: manifest.networkAccess.reasoning },
  };
}
