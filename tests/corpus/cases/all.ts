import type { CorpusCase } from '../corpus-case.ts';
import { coveredCases } from './covered.ts';
import { drawnCases } from './drawn.ts';
import { embeddedCases } from './embedded.ts';
import { fileCases } from './files.ts';
import { formatCases } from './formats.ts';
import { guardedCases } from './guarded.ts';
import { lazyCases } from './lazy.ts';
import { rootCases } from './roots.ts';
import { servedCases } from './served.ts';
import { siteCases } from './sites.ts';
import { styleCases } from './styles.ts';

/** Every page of the corpus. */
export const corpusCases: readonly CorpusCase[] = [
  ...fileCases,
  ...formatCases,
  ...styleCases,
  ...coveredCases,
  ...rootCases,
  ...drawnCases,
  ...guardedCases,
  ...siteCases,
  ...lazyCases,
  ...servedCases,
  ...embeddedCases,
];
