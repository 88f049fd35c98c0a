import * as z from '#shared/zod.ts';
import { roles } from '../members/member.ts';
import type { MemberRights } from '../members/member-book.ts';
import { parseBody } from '../requests/parse-body.ts';

const role = z.enum(roles);
const deployments = z.nullable(z.array(z.guid()));

/** What a new member may do, as callers of the API give it; by default the least, on every deployment. */
export const rightsSchema = z.strictObject({
  role: z._default(role, 'member'),
  deployments: z._default(deployments, null),
});

/** What is to be otherwise; left out, it stays as it is. */
export const rightsChangeSchema = z.strictObject({
  role: z.optional(role),
  deployments: z.optional(deployments),
});

/** From the form of a new member, who may run every deployment. */
export function newRightsFromForm(form: URLSearchParams): MemberRights {
  return parseBody(rightsSchema, { role: roleIn(form) });
}

/** All the rights of a member from a form, whose ticks are there or not: without any, they may run nothing. */
export function rightsFromForm(form: URLSearchParams): MemberRights {
  return parseBody(rightsSchema, {
    role: roleIn(form),
    deployments: form.has('allDeployments') ? null : form.getAll('deployment'),
  });
}

function roleIn(form: URLSearchParams): string | undefined {
  return form.get('role') ?? undefined;
}
