/** What an option takes of a person; `null` where it takes nothing of that kind. */
export type OptionCost = {
  /** A right the browser is asked for. */
  permission: string | null;
  money: string | null;
  /** What leaves this browser, or can be seen by others. */
  privacy: string | null;
};

const free: OptionCost = { permission: null, money: null, privacy: null };

/** Every option of the settings with what it costs. One that is missing here cannot be shown. */
export const optionCosts = {
  account: { ...free, privacy: 'Asks ComfyDeploy with your key; the answer stays here.' },
  roles: free,
  webhook: {
    ...free,
    privacy: 'ComfyDeploy tells that address of your runs, their prompts and pictures included.',
  },
  fallback: {
    ...free,
    money: 'The engine that takes over charges its own account.',
    privacy: 'It gets the picture.',
  },
  comfydeploy: {
    permission: 'Its server and its picture storage, asked for when you connect.',
    money: 'Each picture is charged to the account of the key. The button says about how much.',
    privacy: 'Pictures and prompts go there and stay there.',
  },
  onDevice: free,
  comfyui: {
    permission: 'That server, asked for when you connect.',
    money: 'None on a computer of your own. Comfy Cloud charges your account.',
    privacy: 'Pictures and prompts go to that server only.',
  },
  predictions: {
    permission: 'That server, asked for when you connect.',
    money: 'Each picture is charged to the account of the key.',
    privacy: 'Pictures and prompts go to that server.',
  },
  oneClick: {
    permission:
      'Access to every site, asked for when you switch it on and given back when you switch it off.',
    money: null,
    privacy:
      'A script of a few lines in each page remembers what you right-clicked last. It reads nothing else and sends nothing.',
  },
  notify: {
    permission: 'To show notifications; switching it off gives that back.',
    money: null,
    privacy: 'Your system shows a picture’s name, and nothing else.',
  },
  teamSetup: { ...free, privacy: 'It is sent to nobody: you pass it on.' },
  keychain: {
    ...free,
    privacy: 'Your browser’s maker keeps the keys, locked: without the password nobody can open them.',
  },
  presets: {
    ...free,
    privacy:
      'Your own ones are kept by your browser’s sync, where that is on, and by Figma’s plugin on this computer, where you have paired it.',
  },
  history: {
    ...free,
    privacy: 'Everybody who uses this browser profile can see the pictures. They take room on its disk.',
  },
  figma: {
    permission: 'www.figma.com, asked for when you connect.',
    money: 'Pictures made from there are paid by your account, no more of them than you allow here.',
    privacy:
      'The picture you select there comes here, and the result goes back. Your presets and marks go over, too: the plugin can add, change and delete them, here and wherever your browser syncs them to. It can open Restyle’s panel in a tab here to show a picture you send.',
  },
  look: free,
  shortcuts: free,
  export: {
    ...free,
    privacy: 'The history in it names the pages its pictures are from: keep the file to yourself.',
  },
  import: { ...free, permission: 'The servers of engines that are new here, asked for when you take it in.' },
  diagnostics: {
    ...free,
    privacy: 'It is sent to nobody: you pass it on. No key, prompt, picture or address is in it.',
  },
  erase: { ...free, permission: 'None: those you have given are given back.' },
} as const satisfies Record<string, OptionCost>;

export type OptionId = keyof typeof optionCosts;

export const optionCostWords = {
  free: 'Free. It asks for nothing and stays in this browser.',
  kinds: { permission: 'Permission', money: 'Money', privacy: 'Privacy' },
} as const;
