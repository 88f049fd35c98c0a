/** Held down, it shows the originals on the page; as in "before". */
export const peekKey = 'b';
