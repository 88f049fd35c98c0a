/** Words of the studio's frame; each of its sections has a file of its own. */
export const studioWords = {
  title: 'Restyle studio',
  sections: 'Sections',
  settings: 'Settings',
} as const;
