import { relayVersion } from '../version.ts';

/** What the command line says. */
export const cliWords = {
  running: (url: string, upstream: string) => `Restyle relay ${relayVersion} is running at ${url}
It forwards to ${upstream}
`,
  adminLink: (
    link: string,
  ) => `Open this link in your browser to become the relay's admin. It works once, today:

  ${link}

There you set the API key and invite people.`,
  workerSecrets: (masterKey: string, adminCode: string) => `Two secrets for a relay on Cloudflare Workers,
made just now and written down nowhere. Give each to wrangler when it asks for its value:

  npx wrangler secret put RELAY_MASTER_KEY
  ${masterKey}

  npx wrangler secret put RELAY_ADMIN_CODE
  ${adminCode}

Then open the relay's address with /join and this behind it, to become its admin. It works once, and for a day
from the first time that the relay is asked for anything:

  /join#${adminCode}
`,
  token: (name: string, token: string) => `The token of ${name}, shown only this once:

  ${token}
`,
  removed: (name: string) => `${name}'s tokens are refused from now on.`,
  memberList: (names: readonly string[]) => (names.length === 0 ? 'No members yet.' : names.join('\n')),
  nameNeeded: 'Say whom to add: add-member NAME',
  noSuchMember: (name: string) => `There is no member called "${name}".`,
  terminalDevice: 'From the terminal',
  earlierDevice: 'From the settings file',
  movedIntoData: (path: string) =>
    `The API key and the members of ${path} now lie in the data folder. Tokens stay as they are.`,
  cannotMove: (path: string) =>
    `The API key and the members of ${path} were taken into the data folder, but the file cannot be written: take them out by hand.`,
  keyNotTaken: (path: string) =>
    `The API key in ${path} was not used: another one is set. To change it, use the relay’s page.`,
  noKey: 'It has no ComfyDeploy API key yet: an admin sets it on the relay’s page, or RELAY_API_KEY does.',
  keyLocked:
    'The ComfyDeploy API key was kept under another master key and cannot be read. Bring that master key back, or set the API key again on the relay’s page.',
  needsHttps:
    'It is open to the network: put https in front of it (docs/relay.md), or tokens travel in clear.',
  keyInClear: (hostname: string) => `The API key travels unencrypted to ${hostname}.`,
  portTaken: (port: number) => `Port ${port} is taken. Stop what uses it, or choose another with --port.`,
  portForbidden: (port: number) =>
    `This account may not use port ${port}. Choose one above 1023 with --port.`,
  hostUnknown: (host: string) => `This machine has no address called ${host}.`,
  unknownCommand: (command: string) => `There is no command "${command}". See --help.`,
  help: `Restyle relay: lets Figma reach ComfyDeploy, and keeps the API key on this side.

  npm run relay                          run it; the first start prints a link for its admin
  npm run relay -- admin-link [NAME]     a new link for an admin, when the first is lost
  npm run relay -- add-member NAME       let a person in without a link; prints their token once
  npm run relay -- remove-member NAME    take a person's tokens away, at once
  npm run relay -- members               list the people
  npm run relay -- worker-secrets        make the secrets of a relay on Cloudflare Workers (docs/relay.md)

  --config FILE        settings (relay.config.json)
  --data FOLDER        what it remembers (relay-data)          RELAY_DATA
  --port NUMBER        3017                                    RELAY_PORT
  --host ADDRESS       127.0.0.1, this machine only            RELAY_HOST
  --public-url URL     how people reach it, for links          RELAY_PUBLIC_URL
  --upstream ADDRESS   https://api.comfydeploy.com/api         RELAY_UPSTREAM
  --deployment ID      for POST /v1/predictions                RELAY_DEPLOYMENT
  --picture-host HOST  where results may lie, may be repeated  RELAY_PICTURE_HOSTS
                       (*.amazonaws.com)

An admin sets the API key in the browser; RELAY_API_KEY wins over it. It is kept encrypted under a master key:
RELAY_MASTER_KEY (32 bytes in base64), or the file master.key that the first start makes in the data folder.`,
} as const;
