/** Why a zip cannot be read. */
export const archiveWords = {
  none: 'This is no zip file.',
  damaged: 'It is damaged, or was not saved to its end. Save it anew where it comes from.',
  locked: 'It is locked with a password of its own. Save it without one.',
  packed: 'It is packed in a way that is not known here. Choose it as it was saved, not packed anew.',
  tooLarge: 'A file in it is larger than any that Restyle writes.',
} as const;
