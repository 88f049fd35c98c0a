/** Names a bundler gives to the classes of a CSS module. */
declare module '*.module.css' {
  const classNames: Readonly<Record<string, string>>;
  export default classNames;
}
