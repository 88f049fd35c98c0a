/** The plugin's bundler turns a CSS module into a style element and the names of its classes. */
declare module '*.module.css' {
  const classNames: Readonly<Record<string, string>>;
  export default classNames;
}

/** The plugin's bundler puts pictures into the bundle. */
declare module '*.webp' {
  const bytes: Uint8Array<ArrayBuffer>;
  export default bytes;
}

/** A module as a script, deflated (`scripts/build/as-script.mjs`). */
declare module '*?script' {
  const packed: Uint8Array<ArrayBuffer>;
  export default packed;
}
