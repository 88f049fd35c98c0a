import type { ErrorCode } from '#shared/errors/codes.ts';
import type { ErrorText } from '#shared/i18n/error-text.ts';

type Words = Partial<Record<ErrorCode, Partial<ErrorText>>>;

type Place = 'all' | 'relay' | 'browser' | 'direct' | 'device' | 'connecting' | 'aside';

/** Where an error means something else in Figma than elsewhere. `{host}` and `{detail}` are filled in. */
export const figmaErrors: Readonly<Record<Place, Words>> = {
  all: {
    'host-not-allowed': {
      title: 'This build of the plugin may not talk to {host}',
      advice:
        'Figma lets a plugin reach only the addresses it was built for. Ask your admin for a build that names this one.',
      action: 'open-settings',
      button: 'Choose another route',
    },
    'layer-gone': {
      title: 'The layer was deleted meanwhile',
      advice:
        'Its result is kept here. Undo the deletion and try again, or put it on this page where the layer was.',
      action: 'retry',
      button: 'Try again',
    },
    'picture-lost': {
      title: 'Figma was closed too early',
      advice: 'The picture was only in this window’s memory. Running it again makes a new, paid picture.',
      action: 'retry',
      button: 'Run again',
    },
    'handoff-unreadable': { action: 'dismiss', button: 'OK' },
    'handoff-newer': { action: 'dismiss', button: 'OK' },
    'handoff-too-large': { action: 'dismiss', button: 'OK' },
    'storage-full': {
      title: 'Figma has no room left for this plugin',
      advice: 'It keeps 5 MB for each plugin. Clear finished pictures from the list, then continue.',
    },
  },
  relay: {
    unreachable: {
      title: 'The relay does not answer',
      advice:
        'Figma reaches ComfyDeploy through your team’s relay at {host}. Ask your admin whether it runs. A picture that is already running is picked up later, not paid twice.',
      action: 'retry',
      button: 'Try again',
    },
    'relay-off': {
      advice:
        'Nothing answers at {host}. Ask your admin whether the relay runs. A relay on this computer can be reached from Figma’s desktop app only.',
      action: 'retry',
      button: 'Try again',
    },
    unauthorized: {
      title: 'The relay does not know this token',
      advice: 'Nothing was run or charged. Ask the person who runs the relay for a new one.',
    },
    'unexpected-answer': {
      title: 'That is not a Restyle relay',
      advice: '{host} answers, but not like a relay. Check the address.',
    },
  },
  browser: {
    unreachable: {
      title: 'No browser with Restyle answers',
      advice:
        'The extension is not here, is switched off, or Figma is not connected in its settings. A picture that is already running goes on there and is picked up later, not paid twice.',
      action: 'retry',
      button: 'Try again',
    },
    'not-configured': {
      title: 'The extension is not connected itself',
      advice: 'Nothing was run or charged. Connect it in its own settings, then try again.',
      action: 'retry',
      button: 'Try again',
    },
  },
  direct: {
    unreachable: {
      title: 'The server does not let Figma in',
      advice:
        '{host} is off, or does not answer Access-Control-Allow-Origin: * as Figma needs. ComfyDeploy’s hosted service does not: use the team relay.',
      action: 'open-settings',
      button: 'Choose another route',
    },
  },
  device: {},
  connecting: {
    'invalid-input': {
      title: 'These settings cannot be used',
      advice: '{detail}',
      action: 'dismiss',
      button: 'OK',
    },
  },
  /** Of a file that was dropped or picked, or a picture to or from a browser. */
  aside: {
    'picture-lost': {
      title: 'The browser no longer has this picture',
      advice: 'It was deleted there meanwhile. Nothing was changed here.',
      action: 'dismiss',
      button: 'OK',
    },
    unreachable: {
      title: 'The browser does not answer',
      advice: 'Nothing was changed. Try it once more when Restyle’s extension is at work beside Figma.',
      action: 'dismiss',
      button: 'OK',
    },
    'not-paired': { action: 'dismiss', button: 'OK' },
    'invalid-input': {
      title: 'There are no presets in this file',
      advice: '{detail} Restyle’s browser extension writes such files.',
      action: 'dismiss',
      button: 'OK',
    },
    'storage-full': {
      title: 'Figma has no room for these presets',
      advice: 'It keeps 5 MB for each plugin. {detail} Remove some first.',
      action: 'dismiss',
      button: 'OK',
    },
  },
};
