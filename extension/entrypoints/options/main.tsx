import { SettingsScreen } from '../../features/connection/settings-screen.tsx';
import { createServices } from '../../platform/services.ts';
import { mount } from '../../platform/views/mount.tsx';

mount(<SettingsScreen services={createServices()} />);
