import { defineUnlistedScript } from '#imports';
import { watchClicks } from '../features/page/agent/picker/click-hints.ts';

/** Put into every page where the person switched one click everywhere on, and nowhere else. */
export default defineUnlistedScript(() => watchClicks());
