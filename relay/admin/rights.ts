import * as z from '#shared/zod.ts';
import { roles } from '../members/member.ts';
import type { MemberRights } from '../members/member-book.ts';
import { parseBody } from '../requests/parse-body.ts';

/** What a member may do, as callers of the API give it; by default the least, on every deployment. */
export const rightsSchema = z.object({
  role: z._default(z.enum(roles), 'member'),
  deployments: z._default(z.nullable(z.array(z.guid())), null),
});

/** The same from a form, whose ticks are there or not. */
export function rightsFromForm(form: URLSearchParams): MemberRights {
  const ticked = form.getAll('deployment');
  return parseBody(rightsSchema, {
    role: form.get('role') ?? undefined,
    deployments: ticked.length === 0 ? null : ticked,
  });
}
