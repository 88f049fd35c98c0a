import {
  type OptionCost as Cost,
  type OptionId,
  optionCosts,
  optionCostWords,
} from '#shared/i18n/en/option-costs.ts';
import text from '../text.module.css';
import styles from './option-cost.module.css';

const kinds = ['permission', 'money', 'privacy'] as const;

/** What an option costs, kind by kind, in the same words and the same place everywhere. */
export function OptionCost({ of }: { of: OptionId }) {
  const cost: Cost = optionCosts[of];
  const told = kinds.flatMap((kind) => (cost[kind] === null ? [] : [{ kind, says: cost[kind] }]));
  if (told.length === 0) {
    return (
      <p class={text.quiet} data-cost-of={of}>
        {optionCostWords.free}
      </p>
    );
  }
  return (
    <dl class={`${styles.costs} ${text.quiet}`} data-cost-of={of}>
      {told.map(({ kind, says }) => (
        <div key={kind}>
          <dt>{optionCostWords.kinds[kind]}</dt>
          <dd>{says}</dd>
        </div>
      ))}
    </dl>
  );
}
