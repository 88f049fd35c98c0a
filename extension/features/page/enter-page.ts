import { createPageAgent, type PageAgent, type PagePlace } from './agent-client.ts';
import type { PictureFacts } from './messages.ts';

export type Entered = {
  agent: PageAgent;
  /** Where the agent stands, which may be around the frame that was clicked. */
  place: PagePlace;
  isOpen: boolean;
  /** An overlay can be shown there. */
  canShow: boolean;
  label: string;
  facts: PictureFacts;
};

type Clicked = { place: PagePlace; jobId: string; pictureUrl: string };

/**
 * Goes to where a picture was clicked and fixes it there. A frame of another origin is closed to the right
 * that a click gives: then the page around it is entered, which knows the picture by its address only.
 */
export async function enterPage(
  { place: clicked, jobId, pictureUrl }: Clicked,
  { withOverlay = true } = {},
): Promise<Entered> {
  const around: PagePlace = { ...clicked, frameId: 0 };
  for (const place of clicked.frameId === 0 ? [clicked] : [clicked, around]) {
    const agent = createPageAgent(place);
    const claim = (await agent.enter()) ? await agent.claim(jobId, pictureUrl, withOverlay) : null;
    if (claim) {
      const { label, picture: facts, isSandboxed } = claim;
      return { agent, place, isOpen: true, canShow: !isSandboxed, label, facts };
    }
  }
  const facts = factsOutside(pictureUrl);
  return { agent: createPageAgent(clicked), place: clicked, isOpen: false, canShow: false, label: '', facts };
}

/** All that is known without the page. */
function factsOutside(pictureUrl: string): PictureFacts {
  return {
    pageOrigin: 'null',
    addresses: [{ url: pictureUrl, isGuess: false }],
    widthPx: 0,
    heightPx: 0,
    seenAreaPx: 0,
    isDrawn: false,
  };
}
