import { SettingsScreen } from '../../features/connection/settings-screen.tsx';
import { HistorySettings } from '../../features/history/history-settings.tsx';
import { createServices } from '../../platform/services.ts';
import { mount } from '../../platform/views/mount.tsx';

const services = createServices();

mount(
  <SettingsScreen services={services}>
    <HistorySettings services={services} />
  </SettingsScreen>,
);
