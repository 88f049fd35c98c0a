import { openInFirefox } from '../../scripts/corpus/firefox-tester.ts';
import { showCorpus } from '../corpus/show-corpus.ts';

showCorpus(openInFirefox, { size: 5 });
