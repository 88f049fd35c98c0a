import { createApi } from '#shared/engines/http/api.ts';
import { AppError, isAppError } from '#shared/errors/app-error.ts';
import type { Clock, HttpFetch, Ids } from '#shared/ports.ts';
import * as z from '#shared/zod.ts';

/** A sign-in that waits for the person's approval on the dashboard. */
export type BrowserLogin = {
  requestId: string;
  /** To be opened in a tab. */
  url: string;
};

/** A key of one week, and whose it is: the organisation's name, else the person's. */
export type LoginResult = { apiKey: string; name: string };

const dashboardUrl = 'https://app.comfydeploy.com';
const patienceMs = 10 * 60_000;
/** The approved key is handed out for 30 seconds only. */
const betweenLooksMs = 2_000;

const answerSchema = z.object({ api_key: z.string(), name: z.catch(z.string(), '') });

/** Begins a login instead of a pasted key, as the ComfyUI plugin does it (api, routes/auth_response.py). */
export function beginBrowserLogin(ids: Ids, dashboard = dashboardUrl): BrowserLogin {
  const requestId = ids.uuid();
  return { requestId, url: `${dashboard}/auth/request/${requestId}` };
}

/**
 * Waits until the person has approved. Raises `timeout` after ten minutes or when the approval has
 * lapsed, and the codes of a read that never succeeds; an abort ends the wait.
 */
export async function finishBrowserLogin(
  { requestId }: BrowserLogin,
  { baseUrl, fetch, clock }: { baseUrl: string; fetch: HttpFetch; clock: Clock },
  signal?: AbortSignal,
): Promise<LoginResult> {
  const api = createApi({ baseUrl, apiKey: null, fetch, clock });
  const path = `/platform/comfyui/auth-response?request_id=${encodeURIComponent(requestId)}`;
  const untilMs = clock.nowMs() + patienceMs;
  while (clock.nowMs() < untilMs) {
    const answer = await api.json(path, answerSchema, { signal }).catch(pendingOnly);
    if (answer) return { apiKey: answer.data.api_key, name: answer.data.name };
    await clock.sleep(betweenLooksMs, signal);
  }
  throw new AppError('timeout', 'The login was not approved within ten minutes');
}

/** 404 says "not yet", 410 "too late"; a line that broke is tried again at the next look. */
function pendingOnly(error: unknown): null {
  if (!isAppError(error)) throw error;
  const { status } = error.data;
  if (status === 410)
    throw new AppError('timeout', 'The approval has lapsed: begin the login again', { status });
  if (status === 404 || error.code === 'unreachable' || error.code === 'timeout') return null;
  throw error;
}
