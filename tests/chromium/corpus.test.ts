import { openInChromium } from '../../scripts/corpus/chromium-tester.ts';
import { showCorpus } from '../corpus/show-corpus.ts';

showCorpus(openInChromium, { size: 4, leastRatio: 0.1 });
