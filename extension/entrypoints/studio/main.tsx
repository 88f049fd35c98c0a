import { batchWords } from '#shared/i18n/en/batch.ts';
import { historyWords } from '#shared/i18n/en/history.ts';
import { BatchScreen } from '../../features/batch/batch-screen.tsx';
import { HistorySection } from '../../features/history/history-section.tsx';
import { HandoffTaker } from '../../features/studio/handoff-taker.tsx';
import { StudioPage } from '../../features/studio/studio-page.tsx';
import { createServices } from '../../platform/services.ts';
import { mount } from '../../platform/views/mount.tsx';

const services = createServices();
/** `studio.html#history&entry=<id>` opens one picture. */
const openId = new URLSearchParams(location.hash.slice(1)).get('entry');

/** Table of contents: the studio's sections, in the order of their tabs. */
mount(
  <StudioPage
    news={<HandoffTaker services={services} />}
    sections={[
      { id: 'batch', title: batchWords.section, screen: <BatchScreen services={services} /> },
      {
        id: 'history',
        title: historyWords.title,
        screen: <HistorySection services={services} openId={openId} />,
      },
    ]}
  />,
);
