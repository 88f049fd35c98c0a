/** The panel's settings start with the relay it was built for. */
export default function withRelay(options) {
  const relay = process.env.RESTYLE_RELAY;
  if (!relay) return options;
  return { ...options, define: { ...options.define, RESTYLE_RELAY: JSON.stringify(relay) } };
}
