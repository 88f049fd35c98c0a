import { createPageAgent, type PagePlace } from './agent-client.ts';

/** Where a person wants to pick. Firefox gives the clicked element a number, which the page can look up. */
export type PickPlace = PagePlace & { targetElementId: number | null };

/**
 * Opens the picker. In a frame, the document around it takes over where it can see into it. False where
 * the browser keeps extensions off the page.
 */
export async function startPicking({ targetElementId, ...place }: PickPlace): Promise<boolean> {
  for (const frameId of new Set([place.frameId, 0])) {
    const agent = createPageAgent({ ...place, frameId });
    if ((await agent.enter()) && (await agent.pick(targetElementId)) === 'started') return true;
  }
  return false;
}

/**
 * Fixes the very element that was clicked, where the browser or the one-click script knows it: pictures that
 * are covered, painted or drawn have no address in the menu.
 */
export async function fixClicked({ targetElementId, ...place }: PickPlace, jobId: string): Promise<boolean> {
  const agent = createPageAgent(place);
  return (await agent.enter()) && (await agent.fix(jobId, targetElementId)) === true;
}
