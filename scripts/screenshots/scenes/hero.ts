import { openPhotos } from '../jobs.ts';
import type { Scene } from '../scene.ts';
import type { Stage } from '../stage.ts';
import { compareOn } from './overlay.ts';

/** The extension API inside the worker, as far as it is used here. */
declare const chrome: {
  tabs: {
    query(filter: { active: true }): Promise<{ id?: number; url?: string }[]>;
    setZoom(tabId: number | undefined, factor: number): Promise<void>;
  };
};

/** One photograph large, the others beside it. */
const arrangement = `
  body { max-width: 1040px; margin-block: 28px; }
  main { grid-template-columns: 2fr 1fr; grid-template-rows: 1fr 1fr; gap: 20px; }
  figure:first-child { grid-row: span 2; }
  figcaption { display: none; }
`;

/** What Restyle is, in one picture: a page of photographs, one of them half restyled. */
export const heroScene: Scene = {
  name: 'hero',
  widthsPx: [1680],
  heightPx: 908,
  async open(stage) {
    const page = await openPhotos(stage);
    await page.addStyleTag({ content: arrangement });
    await compareOn(stage, page, { photoName: 'coffee.png', presetId: 'builtin.watercolour' });
    await enlarge(stage, page.url(), 1.5);
    return page;
  },
};

/** The browser's own zoom: an emulated density would leave the frame of another origin as it was, and blurred. */
function enlarge({ product }: Stage, url: string, factor: number): Promise<void> {
  const zoom = async (wanted: { url: string; factor: number }) => {
    const tabs = await chrome.tabs.query({ active: true });
    await chrome.tabs.setZoom(tabs.find((tab) => tab.url === wanted.url)?.id, wanted.factor);
  };
  return product.session.worker.evaluate(zoom, { url, factor });
}
