import { OverlayFrame } from '../../features/page/frame/overlay-frame.tsx';
import { createServices } from '../../platform/services.ts';
import { mount } from '../../platform/views/mount.tsx';

document.documentElement.classList.add('overlay');
mount(<OverlayFrame jobId={location.hash.slice(1)} services={createServices()} />);
