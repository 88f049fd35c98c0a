import type { Job, SourcePage } from '#shared/jobs/job.ts';
import type { JobJournal } from '#shared/jobs/journal.ts';
import { isOnItsWay } from '#shared/jobs/once.ts';
import { systemClock } from '#shared/platform.ts';
import type { PagePlace } from './agent-client.ts';
import type { SiteMemory } from './capture/site-memory.ts';

/** What a click on a picture of a page asks for. */
export type Click = {
  jobId: string;
  place: PagePlace;
  pictureUrl: string;
  presetId: string | null;
  page?: SourcePage | undefined;
  /** What the person has just decided about this site. */
  wish?: SiteMemory;
  /** The person means another picture of the same, though one is on its way. */
  again: boolean;
  /** What was asked for when the picture could not be read; that is asked again, whatever has become of the preset. */
  recorded?: Pick<Job, 'recipe' | 'context'> | undefined;
};

type Asked = Pick<Click, 'pictureUrl' | 'presetId'> & { place: Pick<PagePlace, 'tabId' | 'frameId'> };

/** A picture being read, before there is a job: it can be called off, and is read once. */
export type Capturing = Click & { isCalledOff: boolean };

/** Whether the picture of a click is being read already, for the same. */
export function isUnderWay(click: Click, capturing: readonly Capturing[]): boolean {
  return capturing.some(
    (other) =>
      other.jobId === click.jobId || (!click.again && !other.isCalledOff && isSameClick(click, other)),
  );
}

/** Two clicks on the same picture of the same page that ask for the same. A picture without an address is none's equal. */
function isSameClick(one: Asked, other: Asked): boolean {
  const isSamePlace = one.place.tabId === other.place.tabId && one.place.frameId === other.place.frameId;
  const isSamePicture = one.pictureUrl !== '' && one.pictureUrl === other.pictureUrl;
  return isSamePlace && isSamePicture && one.presetId === other.presetId;
}

/** The job that a click has begun already; `null` where there is none on its way. */
export async function jobOfClick(click: Asked, journal: JobJournal): Promise<Job | null> {
  const nowMs = systemClock.nowMs();
  const isItsJob = (job: Job) => isOnItsWay(job, nowMs) && isSameClick(click, askedOf(job));
  return (await journal.listUnfinished()).find(isItsJob) ?? null;
}

function askedOf({ context, recipe }: Job): Asked {
  const { tabId = -1, frameId = 0, pictureUrl = '' } = context;
  return { place: { tabId, frameId }, pictureUrl, presetId: recipe.presetId };
}
