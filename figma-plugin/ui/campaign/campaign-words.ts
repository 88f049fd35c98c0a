import { figmaWords } from '#shared/i18n/en/figma.ts';
import type { Layer } from '../../bridge/layer.ts';
import type { Way } from '../../bridge/placing.ts';
import type { TableProblem } from './table.ts';
import type { Campaign } from './use-campaign.ts';

const words = figmaWords.campaign;

/** More pictures than this at one press are more likely a slip than a wish. */
export const mostPictures = 1_000;

/** Why the prompts cannot be filled, as a sentence; `null` when they can. */
export function campaignBlockedBy(campaign: Campaign, layers: readonly Layer[], way: Way): string | null {
  const { problem, unfilled, gap, idle, rows } = campaign;
  if (problem) return problemWords(problem);
  if (unfilled.length > 0) return words.unfilled(unfilled.map((name) => `{${name}}`).join(', '));
  if (gap) return words.gap(gap.row, gap.name);
  if (idle !== null) return words.idle(idle);
  if (way === 'fill' && rows.length > 1) return words.oneFill;
  return missingInFile(campaign, layers);
}

function missingInFile({ fileNames, fileValues }: Campaign, layers: readonly Layer[]): string | null {
  if (fileNames.length === 0) return null;
  if (!fileValues) return words.reading;
  for (const { nodeId, name: layer } of layers) {
    const name = fileNames.find((each) => !fileValues[nodeId]?.[each]?.trim());
    if (!name) continue;
    const wanted = name.slice(name.indexOf(':') + 1).trim();
    return name.startsWith('layer:') ? words.noText(layer, wanted) : words.noVariable(wanted);
  }
  return null;
}

function problemWords(problem: TableProblem): string {
  if (problem.name === 'long-row') return words.problems.longRow(problem.row);
  if (problem.name === 'same-column') return words.problems.sameColumn(problem.column);
  if (problem.name === 'too-large') return words.problems.tooLarge;
  return problem.name === 'no-rows' ? words.problems.noRows : words.problems.unclosedQuote;
}
