import type { EngineId } from '#shared/engines/engine.ts';

/** Words for handing a result on: as a file to other apps, or as a link. */
export const sharingWords = {
  share: 'Share…',
  shareClean: 'Share a clean copy…',
  /** The button that opens the ways to share. */
  menu: 'Share',
  shared: 'Shared',
  refused: 'The device did not take it. Download it instead.',
  /** The system opens its sheet only right after a press. */
  pressAgain: 'It is ready now: press Share once more.',
  tooMany: (most: number) => `Choose at most ${most} pictures to share.`,

  link: 'Copy link',
  looking: 'Asking for the link…',
  linkRefused: 'The browser did not allow copying the link.',
  /** `until`: when it ends, in words; `null` where it does not end by itself. */
  linkCopied: (until: string | null) =>
    until === null
      ? 'Link copied. Anyone who has it can open the picture, as long as your team’s storage keeps it.'
      : `Link copied. Anyone who has it can open the picture until ${until}.`,
  noLink: {
    comfydeploy: 'There is no link to this picture.',
    comfyui:
      'There is no link: the picture is kept by your ComfyUI and in this browser only. Share the file.',
    predictions:
      'There is no link: prediction servers let go of their pictures within the hour. Share the file.',
    'on-device': 'There is no link: the picture was made on this device and never left it. Share the file.',
  } satisfies Record<EngineId, string>,
} as const;
