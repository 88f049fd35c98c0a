import { OverlayFrame } from '../../features/page/frame/overlay-frame.tsx';
import { mount } from '../../platform/views/mount.tsx';
import { createRemoteReader } from '../../platform/views/remote-reader.ts';

document.documentElement.classList.add('overlay');
mount(<OverlayFrame jobId={location.hash.slice(1)} reader={createRemoteReader()} />);
