import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Fills } from '#shared/presets/placeholders.ts';
import type { Layer } from '../../bridge/layer.ts';
import {
  campaignRows,
  fileNamesIn,
  firstGap,
  idleColumn,
  namesIn,
  namesLeftOpen,
  unfilledNames,
} from './campaign.ts';
import { parseTable } from './table.ts';

/** By layer id, then by `layer:Headline` or `variable:City`; `null` where the file has no such thing. */
export type FileValues = Readonly<Record<string, Readonly<Record<string, string | null>>>>;
export type ReadValues = (nodeId: string, names: readonly string[]) => Promise<FileValues[string]>;

type Wanted = { prompts: readonly string[]; fills: Fills };

export type Campaign = ReturnType<typeof useCampaign>;

/** What the prompts' placeholders are filled with: rows of a table, and what the layers themselves say. */
export function useCampaign({ prompts, fills }: Wanted, layers: readonly Layer[], readValues: ReadValues) {
  const [text, setText] = useState('');
  const parsed = useMemo(() => (text.trim() === '' ? null : parseTable(text)), [text]);
  const table = parsed?.table ?? null;
  const names = namesIn(prompts);
  const open = namesLeftOpen(prompts, fills);
  const fileNames = fileNamesIn(prompts);
  const fileValues = useFileValues(layers, fileNames, readValues);
  return {
    text,
    setText,
    names,
    rows: campaignRows(table, names),
    rowCount: table?.rows.length ?? 0,
    problem: parsed?.problem ?? null,
    unfilled: unfilledNames(table, open),
    gap: firstGap(table, open),
    idle: idleColumn(table, prompts),
    fileNames,
    fileValues,
  };
}

/** Read again with every other selection: a text may have been changed in between. */
function useFileValues(
  layers: readonly Layer[],
  names: readonly string[],
  readValues: ReadValues,
): FileValues | null {
  const [values, setValues] = useState<FileValues | null>({});
  useEffect(() => {
    let isOver = false;
    setValues(names.length === 0 ? {} : null);
    if (names.length > 0)
      void Promise.all(
        layers.map(
          async ({ nodeId }) => [nodeId, await readValues(nodeId, names).catch(() => ({}))] as const,
        ),
      ).then((read) => isOver || setValues(Object.fromEntries(read)));
    return () => {
      isOver = true;
    };
  }, [layers, names.join('\n')]);
  return values;
}
