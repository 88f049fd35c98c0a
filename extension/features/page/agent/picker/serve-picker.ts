import type { PickerRequest, PickStart } from '../../pick-messages.ts';
import type { Candidate } from '../candidates/candidate.ts';
import { findPictures } from '../candidates/find-pictures.ts';
import { createOverlay, type Overlay } from '../overlay.ts';
import { elementOfClick, runtime } from '../runtime.ts';
import { isSandboxed } from '../sandboxed.ts';
import { clickHints } from './click-hints.ts';
import { labelOf, sizeOf } from './describe.ts';
import { clickedAt } from './guess.ts';
import { type Picker, startPicker } from './picker.ts';

/** The agent's own, as far as the picker adds to it. */
export type PickedPage = {
  overlays: Map<string, Overlay>;
  /** Fixes a picture for a job that is yet to come. */
  choose(jobId: string, candidate: Candidate): void;
};

/** The key of the one choice that a page may show. */
const choiceId = 'choice';

/** Listens for the background's requests about picking. */
export function servePicker(page: PickedPage): void {
  let picker: Picker | null = null;

  function start(request: Extract<PickerRequest, { picker: 'start' }>): PickStart {
    if (canTopLookIn()) return 'from-top';
    if (document.contentType === 'application/pdf' || isSandboxed()) return 'closed';
    picker?.leave();
    page.overlays.get(choiceId)?.remove();
    const target = elementOfClick(request.targetElementId);
    picker = startPicker(target, (chosen) => {
      if (chosen.length > 0) page.overlays.set(choiceId, offer(chosen, request.choiceUrl, page));
    });
    return picker ? 'started' : 'closed';
  }

  runtime.onMessage.addListener((request: PickerRequest, _sender, reply) => {
    if (!('picker' in request)) return false;
    reply(request.picker === 'start' ? start(request) : fix(request, page));
    return true;
  });
}

/** Opens the choice of what is to become of pictures, beside the one or in the corner for several. */
function offer(chosen: readonly Candidate[], choiceUrl: string, page: PickedPage): Overlay {
  const jobIds = chosen.map((candidate) => {
    const jobId = newId();
    page.choose(jobId, candidate);
    return jobId;
  });
  const [first] = chosen;
  const facts = new URLSearchParams({ jobs: jobIds.join(',') });
  if (first && chosen.length === 1) {
    facts.set('label', labelOf(first));
    facts.set('size', sizeOf(first));
  }
  const overlay = createOverlay(
    `${choiceUrl}&${facts}`,
    chosen.length === 1 ? (first?.element ?? null) : null,
  );
  overlay.setLayout('choice');
  overlay.focus();
  return overlay;
}

/** Only where the clicked element is known: nothing is spent on a guess. */
function fix(
  { jobId, targetElementId }: Extract<PickerRequest, { picker: 'fix' }>,
  page: PickedPage,
): boolean {
  const element = elementOfClick(targetElementId) ?? clickHints().clicked?.element;
  const candidate = element && clickedAt(element, findPictures());
  if (candidate) page.choose(jobId, candidate);
  return Boolean(candidate);
}

function canTopLookIn(): boolean {
  if (window === window.top) return false;
  try {
    return window.top?.document !== undefined;
  } catch {
    return false;
  }
}

/** `crypto.randomUUID` is not there in pages without https. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
