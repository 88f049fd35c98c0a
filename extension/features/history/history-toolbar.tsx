import { engineIds } from '#shared/engines/engine.ts';
import { datesBack, everything, type HistoryQuery, shownKinds, sortOrders } from '#shared/history/query.ts';
import { historyWords } from '#shared/i18n/en/history.ts';
import type { Preset } from '#shared/presets/preset.ts';
import { Disclosure } from '#shared/ui/controls/disclosure.tsx';
import { Select } from '#shared/ui/controls/select.tsx';
import { TextInput } from '#shared/ui/controls/text-input.tsx';
import { allStars } from '#shared/ui/history/star-rating.tsx';
import styles from './history-toolbar.module.css';

type HistoryToolbarProps = {
  query: HistoryQuery;
  /** Those whose pictures can be asked for. */
  presets: readonly Preset[];
  onQuery(query: HistoryQuery): void;
};

const words = historyWords;

/** Search in sight; filters and order folded away until they are wanted. */
export function HistoryToolbar({ query, presets, onQuery }: HistoryToolbarProps) {
  const change = (part: Partial<HistoryQuery>) => onQuery({ ...query, ...part });
  return (
    <search class={styles.toolbar}>
      <TextInput
        label={words.search}
        value={query.words}
        placeholder={words.searchPlaceholder}
        onValue={(typed) => change({ words: typed })}
      />
      <Disclosure label={words.filters} summary={summaryOf(query, presets)}>
        <Filters query={query} presets={presets} onChange={change} />
      </Disclosure>
    </search>
  );
}

type FiltersProps = Pick<HistoryToolbarProps, 'query' | 'presets'> & {
  onChange(part: Partial<HistoryQuery>): void;
};

function Filters({ query, presets, onChange }: FiltersProps) {
  const or = (value: string) => (value === '' ? null : value);
  return (
    <div class={styles.filters}>
      <Choice {...words.kind} values={shownKinds} value={query.kind} onValue={(kind) => onChange({ kind })} />
      <Choice {...words.back} values={datesBack} value={query.back} onValue={(back) => onChange({ back })} />
      <Select
        label={words.preset.label}
        value={query.presetId ?? ''}
        options={withAny(
          words.preset.any,
          presets.map(({ id, name }) => ({ value: id, label: name })),
        )}
        onValue={(value) => onChange({ presetId: or(value) })}
      />
      <Select
        label={words.engine.label}
        value={query.engine ?? ''}
        options={withAny(
          words.engine.any,
          engineIds.map((id) => ({ value: id, label: words.engines[id] })),
        )}
        onValue={(value) => onChange({ engine: engineIds.find((id) => id === value) ?? null })}
      />
      <Select
        label={words.rated.label}
        value={String(query.minRating ?? '')}
        options={withAny(
          words.rated.any,
          allStars.map((stars) => ({ value: String(stars), label: words.rated.atLeast(stars) })).reverse(),
        )}
        onValue={(value) => onChange({ minRating: Number(value) || null })}
      />
      <Choice {...words.sort} values={sortOrders} value={query.sort} onValue={(sort) => onChange({ sort })} />
    </div>
  );
}

type ChoiceProps<T extends string> = {
  label: string;
  values: readonly T[];
  options: Readonly<Record<T, string>>;
  value: T;
  onValue(value: T): void;
};

function Choice<T extends string>({ label, values, options, value, onValue }: ChoiceProps<T>) {
  const choose = (chosen: string) => {
    const known = values.find((each) => each === chosen);
    if (known) onValue(known);
  };
  const listed = values.map((each) => ({ value: each, label: options[each] }));
  return <Select label={label} value={value} options={listed} onValue={choose} />;
}

type Option = { value: string; label: string };

function withAny(label: string, options: readonly Option[]): Option[] {
  return [{ value: '', label }, ...options];
}

/** What is filtered by, readable while it is folded away. */
function summaryOf(query: HistoryQuery, presets: readonly Preset[]): string | undefined {
  const { kind, back, presetId, engine, minRating, sort } = query;
  const parts = [
    kind === everything.kind ? '' : words.kind.options[kind],
    back === everything.back ? '' : words.back.options[back],
    presets.find(({ id }) => id === presetId)?.name ?? '',
    engine ? words.engines[engine] : '',
    minRating ? words.rated.atLeast(minRating) : '',
    sort === everything.sort ? '' : words.sort.options[sort],
  ];
  return parts.filter(Boolean).join(', ') || undefined;
}
