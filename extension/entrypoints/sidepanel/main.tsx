import { PanelScreen } from '../../features/popup/panel-screen.tsx';
import { createServices } from '../../platform/services.ts';
import { mount } from '../../platform/views/mount.tsx';

mount(<PanelScreen services={createServices()} />);
