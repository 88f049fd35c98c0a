import { invitationLink } from '../members/admin-link.ts';
import type { InvitationBook } from '../members/invitation-book.ts';
import { ownOrigin } from '../requests/own-origin.ts';
import type { MemberRoute } from '../routes/route.ts';

/** For somebody who opens it on the device beside this one. */
const ownDeviceDays = 1 / 24;

type OwnDeviceParts = { invitations: InvitationBook; publicUrl: string | undefined };

/** A member's device lets in another of theirs: a link for one token, once and for an hour. Tokens never travel. */
export function ownDeviceRoute({ invitations, publicUrl }: OwnDeviceParts): MemberRoute {
  return {
    method: 'POST',
    pattern: '/api/own-device',
    access: 'member',
    async handle({ url, caller }) {
      const code = await invitations.createFrom(caller, ownDeviceDays);
      return Response.json({ invitation: invitationLink(ownOrigin(url, publicUrl), code) }, { status: 201 });
    },
  };
}
