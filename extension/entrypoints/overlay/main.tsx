import { choiceOf } from '../../features/page/frame/choice.ts';
import { ChoiceFrame } from '../../features/page/frame/choice-frame.tsx';
import { OverlayFrame } from '../../features/page/frame/overlay-frame.tsx';
import { mount } from '../../platform/views/mount.tsx';
import { createRemoteReader } from '../../platform/views/remote-reader.ts';

document.documentElement.classList.add('overlay');
const asked = location.hash.slice(1);
const choice = choiceOf(asked);
mount(
  choice ? <ChoiceFrame choice={choice} /> : <OverlayFrame jobId={asked} reader={createRemoteReader()} />,
);
