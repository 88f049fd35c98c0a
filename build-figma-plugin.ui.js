/** The panel's settings start with the relay it was built for; its pictures are in the bundle. */
export default function panelBuild(options) {
  const withPictures = { ...options, loader: { ...options.loader, '.webp': 'dataurl' } };
  const relay = process.env.RESTYLE_RELAY;
  if (!relay) return withPictures;
  return { ...withPictures, define: { ...options.define, RESTYLE_RELAY: JSON.stringify(relay) } };
}
