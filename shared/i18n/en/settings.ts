/** Words of the settings page. */
export const settingsWords = {
  title: 'Restyle settings',
  lead: 'Connect your team’s workflow once. After that, right-click any picture and choose Restyle.',
  connect: 'Connect ComfyDeploy',
  change: 'Change the connection',
  connected: 'Connection',
  connectedTo: (name: string) => `Connected to ${name}`,
  next: 'Right-click any picture on the web and choose Restyle.',
  disconnect: 'Disconnect',
  notify: 'Notifications',
  notifySwitch: 'Tell me when a picture is ready and I am looking at another tab',
} as const;
