import { batchWords } from '#shared/i18n/en/batch.ts';
import { BatchScreen } from '../../features/batch/batch-screen.tsx';
import { StudioPage } from '../../features/studio/studio-page.tsx';
import { createServices } from '../../platform/services.ts';
import { mount } from '../../platform/views/mount.tsx';

const services = createServices();

/** Table of contents: the studio's sections, in the order of their tabs. */
mount(
  <StudioPage
    sections={[{ id: 'batch', title: batchWords.section, screen: <BatchScreen services={services} /> }]}
  />,
);
