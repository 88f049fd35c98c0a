/** Words about Figma in a browser, paired with the extension. */
export const pairingWords = {
  heading: 'Figma',
  lead: 'Restyle’s plugin in Figma can use this browser: it sends its pictures here, and your key stays here. Works where Figma is open in this browser, not in its desktop app.',
  may: 'Until you end it, a pairing shares your own presets with the plugin, which can change and delete them, and shows here what you send from there.',
  connect: 'Connect Figma',
  refused: 'Your browser did not allow www.figma.com, so the plugin cannot be heard.',
  failed: (detail: string) => `No code could be made: ${detail}`,
  allowed: 'It may make',
  pictures: 'pictures',
  within: 'within',
  minutes: 'minutes',
  code: 'One-time code',
  codeHint: (seconds: number) =>
    `In Figma, open Restyle’s connection settings, choose “This browser” and paste it. Good for ${seconds} s, once.`,
  copy: 'Copy the code',
  copied: 'Copied',
  withdraw: 'Withdraw it',
  paired: 'Paired',
  since: (date: string) => `Paired ${date}`,
  lastUsed: (date: string) => `last used ${date}`,
  neverUsed: 'not used yet',
  left: (runs: number, minutes: number) =>
    `May make ${runs === 1 ? '1 more picture' : `${runs} more pictures`} in the next ${minutes} min`,
  usedUp: 'What you allowed is used up',
  renew: 'Allow more',
  revoke: 'End this pairing',
} as const;
