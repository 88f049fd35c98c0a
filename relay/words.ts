/** Every sentence the relay answers with. Plain, because a client shows them under "details". */
export const words = {
  relayFailed: 'The relay itself failed. Its log names the kind of failure.',
  malformedRequest: 'The relay could not read this request.',
  unknownToken: 'This relay does not know that token. Ask the person who runs it for a new one.',
  clientLeft: 'The caller went away before the answer came.',

  adminsOnly: 'Only an admin of this relay may do that.',
  bodyTooLarge: (maxBytes: number) => `What was sent is larger than ${Math.round(maxBytes / 1024)} KB.`,
  fieldsUnknown: (names: readonly string[]) =>
    `There is no such field here: ${names.map((name) => name.slice(0, 60)).join(', ')}. Is it misspelt?`,
  notJson: 'What was sent is not JSON.',
  tooManyCalls: 'Too many calls in a minute. Wait a moment.',
  tooManyRuns: (perMinute: number) =>
    `This relay lets each member start ${perMinute} runs a minute. Wait a moment; nothing was run.`,
  deploymentForbidden: 'You may not use this deployment. Ask an admin of the relay to add it to yours.',
  runForbidden: 'Another member has started this run.',

  keyMissing: 'This relay has no ComfyDeploy API key yet. An admin sets it on the relay’s own page.',
  notUpstream: 'The relay calls nothing but ComfyDeploy with its key.',
  answerUnknown: 'ComfyDeploy answered in an unknown form.',

  noSuchMember: 'There is no such member.',
  notATime: 'since: not a time such as 2026-03-01.',
  nameMissing: 'A name of 1 to 80 letters is needed.',
  nameTaken: (name: string) => `There is a member called ${name} already.`,
  lastAdmin: 'This is the only admin. Make somebody else an admin first.',

  nodeTooOld: 'The relay needs Node 22.13 or newer.',
  databaseTooNew: 'A newer version of the relay has written this data. Use that version.',
  notAMasterKey: (source: string) => `${source}: the master key has to be 32 bytes in base64.`,
  notAnAdminCode: 'has to be as `worker-secrets` makes it: invitation_ and 43 letters',
  unreadable: (path: string, code: string) => `${path} cannot be read or made (${code}).`,

  upstreamSilent: (cause: string) => `ComfyDeploy did not answer${cause}.`,
  upstreamSilentBeforeRun: (cause: string) => `ComfyDeploy did not answer${cause}. No run was started.`,
  upstreamLost: (cause: string) =>
    `The connection to ComfyDeploy broke${cause} after the run was asked for. It may have started: look before asking again.`,
  upstreamRedirected: 'ComfyDeploy answered with a redirect, which the relay does not follow.',
  keyRefused: "ComfyDeploy refused this relay's API key. The person who runs the relay has to renew it.",

  inputUnknown: (name: string, names: string) =>
    `input.${name}: the workflow has no such input. It has: ${names}; input_image, prompt, strength and seed stand for its own.`,
  inputIgnored: (name: string) => `${name} was left out: this workflow has no such input.`,
  inputPictureMissing: 'input.input_image: a data URL or an https address is needed.',
  inputNotAPicture: 'input.input_image: what it holds is not a PNG or JPEG picture.',
  dataUrlBroken: 'input.input_image: the data URL is not base64.',
  inputAddressBroken: 'input.input_image: not an address.',
  inputHostRefused: (host: string) =>
    `input.input_image: pictures are fetched by https from the public internet only, not from ${host}.`,
  inputRedirects: 'input.input_image: its host sends elsewhere too many times.',
  inputUnreadable: (megabytes: number) =>
    `input.input_image: it could not be read to its end, or is larger than ${megabytes} MB.`,
  versionUnknown: 'version: the id of a deployment is needed here, or nothing.',
  deploymentOpen:
    'Which deployment? Name it as "version", or ask an admin of the relay to set one (RELAY_DEPLOYMENT).',
  predictionUnknown: 'There is no such prediction.',
  predictionFailed: 'The run failed.',
  predictionTimedOut: 'The run timed out.',
  neverBegan: 'No run was started, and nothing charged.',

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
