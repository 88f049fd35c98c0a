/** The plugin's bundler turns a CSS module into a style element and the names of its classes. */
declare module '*.module.css' {
  const classNames: Readonly<Record<string, string>>;
  export default classNames;
}

/** The plugin's bundler puts pictures into the bundle as `data:` addresses. */
declare module '*.webp' {
  const dataUrl: string;
  export default dataUrl;
}
