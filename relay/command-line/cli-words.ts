import { relayVersion } from '../version.ts';

/** What the command line says. */
export const cliWords = {
  running: (url: string, upstream: string) => `Restyle relay ${relayVersion} is running at ${url}
It forwards to ${upstream}

In the Figma plugin, under Settings > Relay:
  Address  ${url}
  Token    each person's own
`,
  token: (name: string, token: string) => `The token of ${name}, shown only this once:

  ${token}
`,
  removed: (name: string) => `${name}'s token is refused from now on.`,
  noMembers: 'Nobody may use it yet. Add people, now or later, with: add-member NAME',
  memberList: (names: readonly string[]) => (names.length === 0 ? 'No members yet.' : names.join('\n')),
  needsHttps:
    'It is open to the network: put https in front of it (docs/relay.md), or tokens travel in clear.',
  keyInClear: (hostname: string) => `The API key travels unencrypted to ${hostname}.`,
  portTaken: (port: number) => `Port ${port} is taken. Stop what uses it, or choose another with --port.`,
  portForbidden: (port: number) =>
    `This account may not use port ${port}. Choose one above 1023 with --port.`,
  hostUnknown: (host: string) => `This machine has no address called ${host}.`,
  unknownCommand: (command: string) => `There is no command "${command}". See --help.`,
  help: `Restyle relay: lets Figma reach ComfyDeploy, and keeps the API key on this side.

  npm run relay                          run it
  npm run relay -- add-member NAME       let a person in; prints their token once
  npm run relay -- remove-member NAME    take a person's token away, at once
  npm run relay -- members               list the people

  --config FILE        settings and members (relay.config.json)
  --port NUMBER        3017                                    RELAY_PORT
  --host ADDRESS       127.0.0.1, this machine only            RELAY_HOST
  --upstream ADDRESS   https://api.comfydeploy.com/api         RELAY_UPSTREAM
  --picture-host HOST  where results may lie, may be repeated  RELAY_PICTURE_HOSTS
                       (*.amazonaws.com)

The API key comes from RELAY_API_KEY, or from "apiKey" in the file.`,
} as const;
