import { PanelScreen } from '../../features/popup/panel-screen.tsx';
import { createServices } from '../../platform/services.ts';
import { mount } from '../../platform/views/mount.tsx';
import { panelPlace } from '../../platform/views/panel-place.ts';
import { keepPopupInTheme } from '../../platform/views/save-theme.ts';

mount(<PanelScreen services={createServices()} />);

if (panelPlace(location) === 'popup') keepPopupInTheme();
