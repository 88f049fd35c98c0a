import { HistoryPage } from '../../features/history/history-page.tsx';
import { createServices } from '../../platform/services.ts';
import { mount } from '../../platform/views/mount.tsx';

mount(<HistoryPage services={createServices()} />);
