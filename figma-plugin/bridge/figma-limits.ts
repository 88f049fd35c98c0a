/** Figma takes no picture with a longer side: https://developers.figma.com/docs/plugins/working-with-images */
export const maxSidePx = 4096;
