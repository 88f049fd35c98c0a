import type { EngineId } from '#shared/engines/engine.ts';

/** Words of the page that opens after install: the ways in, and the photographs to try on. */
export const welcomeWords = {
  title: 'Welcome to Restyle',
  lead: 'Right-click any picture, choose a look, and it comes back in its place.',
  question: 'How do you want to begin?',
  otherWays: 'Another way',
  team: {
    label: 'My team’s workflow',
    means: 'Paste the invitation you were sent, or sign in to ComfyDeploy. Your team’s account pays.',
    more: 'Setting it up for more than three people? With the team relay each has a token of their own, and the account’s key stays in one place.',
    byHand: 'Sign in, or enter a key or a relay’s token',
  },
  own: {
    label: 'My own ComfyUI',
    means: 'On this computer or another, with your own workflow file. Free.',
  },
  sample: {
    label: 'Just try it',
    means: 'Sample looks made on this device: free, no account. Picture filters, not your team’s model.',
    busy: 'One moment…',
  },
  ready: 'You are ready',
  connectedTo: (name: string) => `Connected to ${name}.`,
  takes: 'Your workflow takes',
  unused: 'nothing for it',
  tryIt: 'Try it on a photograph',
  whereTo: {
    comfydeploy:
      'From now on, a picture you restyle is uploaded to your team’s storage. Anyone who has its secret link can open it.',
    comfyui: 'From now on, a picture you restyle is sent to your ComfyUI, and nowhere else.',
    predictions: 'From now on, a picture you restyle is sent to the prediction server.',
    'on-device': 'Pictures stay on this device. These are sample looks, not your team’s model.',
  } satisfies Record<EngineId, string>,
  practice: {
    title: 'Right-click a photograph',
    lead: 'Then choose Restyle, and a look. It works like this on every page.',
    keys: (shortcut: string) => `By keyboard: ${shortcut}, then the arrow keys and Enter.`,
    photos: 'Photographs to try on',
    making: 'Your picture is being made. It will lie over the photograph.',
    failed: 'That one did not work. The message beside the photograph says why, and what helps.',
    done: 'That was it: this works on any page.',
    doneLead:
      'Hold a result to see the original. Restyle’s button in the toolbar has your pictures and the prompt; pin it to have it at hand.',
    unconnected: 'Nobody makes pictures yet.',
    back: 'Choose another way',
    studio: 'Open the studio',
    settings: 'Settings',
    credit: (subject: string, author: string) => `${subject}. Photograph: ${author}`,
  },
  photos: [
    { file: 'coffee.webp', subject: 'A cup of coffee', author: 'Rachel Michetti, CC0' },
    { file: 'chelsea.webp', subject: 'A cat', author: 'Stéfan van der Walt, CC0' },
    { file: 'astronaut.webp', subject: 'Eileen Collins', author: 'NASA, public domain' },
    { file: 'rocket.webp', subject: 'A launch pad at night', author: 'SpaceX, public domain' },
  ],
} as const;
