import { presignedSchema } from '#shared/engines/comfydeploy/wire.ts';
import { type Check, type Context, good, note, open } from '../check.ts';

/** A Figma plugin's frame has the origin `null`. */
const pluginOrigin = 'null';

const apiCors: Check = {
  question: 'May a Figma plugin call the API directly?',
  async ask({ options, bareFetch }) {
    const answer = await bareFetch(`${options.baseUrl}/run/deployment/queue`, {
      method: 'OPTIONS',
      headers: {
        Origin: pluginOrigin,
        'Access-Control-Request-Method': 'POST',
        'Access-Control-Request-Headers': 'authorization,content-type',
      },
    });
    const allowed = answer.headers.get('access-control-allow-origin');
    const isOpen = allowed === '*' || allowed === pluginOrigin;
    return isOpen
      ? good(`Yes: it allows the origin ${allowed}. Figma needs no relay.`)
      : note(`No (${answer.status}): Figma needs the relay or the paired extension.`);
  },
};

const storageCors: Check = {
  question: 'May a page or a plugin read results from the storage?',
  async ask({ resultUrl, bareFetch }: Context) {
    if (!resultUrl) return open('Not known: the newest run has no picture.');
    const answer = await bareFetch(resultUrl, { headers: { Origin: pluginOrigin } });
    const type = answer.headers.get('content-type') ?? 'an unnamed type';
    await answer.body?.cancel();
    const { host } = new URL(resultUrl);
    if (!answer.ok) return note(`${host} answers ${answer.status}: results are private or gone.`);
    const allowed = answer.headers.get('access-control-allow-origin');
    const whose = `${host} gives it to anybody who knows the address, as ${type}`;
    return allowed
      ? good(`${whose}, and to pages of the origin ${allowed}.`)
      : good(`${whose}, but not to pages: the extension's permission or the relay is needed.`);
  },
};

const presigned: Check = {
  question: 'Which headers does a direct upload need?',
  async ask({ api }) {
    const query = new URLSearchParams({ file_name: 'live-check.png', type: 'image/png', size: '1' });
    const { data } = await api.json(`/assets/presigned-url?${query}`, presignedSchema);
    const { host, searchParams } = new URL(data.url);
    const signed = searchParams.get('X-Amz-SignedHeaders');
    if (!signed) return note(`The link to ${host} does not say; Restyle then sends the type alone.`);
    return good(`${signed.replaceAll(';', ', ')}, at ${host}. Nothing was uploaded.`);
  },
};

export const browserChecks: readonly Check[] = [apiCors, storageCors, presigned];
