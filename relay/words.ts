/** Every sentence the relay answers with. Plain, because a client shows them under "details". */
export const words = {
  relayFailed: 'The relay itself failed. Its log names the kind of failure.',
  malformedRequest: 'The relay could not read this request.',
  unknownToken: 'This relay does not know that token. Ask the person who runs it for a new one.',
  clientLeft: 'The caller went away before the answer came.',

  upstreamSilent: (cause: string) => `ComfyDeploy did not answer${cause}.`,
  upstreamSilentBeforeRun: (cause: string) => `ComfyDeploy did not answer${cause}. No run was started.`,
  upstreamLost: (cause: string) =>
    `The connection to ComfyDeploy broke${cause} after the run was asked for. It may have started: look before asking again.`,
  upstreamRedirected: 'ComfyDeploy answered with a redirect, which the relay does not follow.',
  keyRefused: "ComfyDeploy refused this relay's API key. The person who runs the relay has to renew it.",

  pictureAddressMissing: 'Say which picture: /picture?url=https://...',
  pictureHostRefused: (host: string) =>
    `This relay does not fetch pictures from ${host}. The person who runs it can add the host to pictureHosts.`,
  pictureHostPrivate: (host: string) =>
    `${host} leads into a private network. The person who runs the relay can list that exact host in pictureHosts.`,
  notAHostPattern: (pattern: string) => `pictureHosts: "${pattern}" is not a host such as *.example.com.`,
  pictureSilent: (cause: string) => `The picture's host did not answer${cause}.`,
  pictureMissing: (status: number) => `The picture is not at that address; its host answered ${status}.`,
  pictureHostFailed: (status: number) => `The picture's host failed with ${status}.`,
  pictureRedirected: "The picture's host answered with a redirect, which the relay does not follow.",
  notAPicture: 'What lies at that address is not a PNG, JPEG, GIF, WebP or AVIF picture.',
  pictureTooLarge: (megabytes: number) => `The picture is larger than ${megabytes} MB.`,
} as const;
