/** What the panel needs in any case, for `AbortSignal.any`: code for older browsers would only be longer. */
const target = ['chrome116', 'firefox124', 'safari17.4'];

/** The panel's settings start with the relay it was built for. */
export default function withRelay(options) {
  const relay = process.env.RESTYLE_RELAY;
  const modern = { ...options, target };
  if (!relay) return modern;
  return { ...modern, define: { ...options.define, RESTYLE_RELAY: JSON.stringify(relay) } };
}
