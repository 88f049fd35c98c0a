import { AppError } from '#shared/errors/app-error.ts';
import { defaultPictureHosts, type RelayConfig } from '../relay-config.ts';
import type { MemberRoute } from '../routes/route.ts';
import { words } from '../words.ts';
import { fetchPicture, toPictureError } from './fetch-picture.ts';
import { type AllowedPicture, allowedPicture, type PictureHost, parsePictureHost } from './picture-hosts.ts';

type PictureConfig = Pick<RelayConfig, 'pictureHosts' | 'fetch' | 'isPrivateHost'>;

/** Streams a result, which lies in a storage that allows no foreign origin either. */
export function pictureRoute(config: PictureConfig): MemberRoute {
  const hosts = (config.pictureHosts ?? defaultPictureHosts).map(toPictureHost);
  return {
    method: 'GET',
    pattern: '/picture',
    access: 'member',
    async handle({ request, url }) {
      const picture = allowedPicture(url.searchParams.get('url'), hosts);
      await refusePrivateHost(picture, config.isPrivateHost);
      return fetchPicture(picture.url, config.fetch, request.signal);
    },
  };
}

function toPictureHost(pattern: string): PictureHost {
  const host = parsePictureHost(pattern);
  if (!host) throw new AppError('not-configured', words.notAHostPattern(pattern));
  return host;
}

/**
 * A name below a wildcard may point inward: the public name of a cloud machine resolves to its private
 * address from within its network. An answer that changes until `fetch` asks again is not caught.
 */
async function refusePrivateHost(
  { url, isNamed }: AllowedPicture,
  isPrivateHost: RelayConfig['isPrivateHost'],
): Promise<void> {
  if (isNamed || !isPrivateHost) return;
  const isPrivate = await isPrivateHost(url.hostname).catch((error: unknown) => {
    throw toPictureError(error);
  });
  if (!isPrivate) return;
  throw new AppError('host-not-allowed', words.pictureHostPrivate(url.host), { status: 403, host: url.host });
}
