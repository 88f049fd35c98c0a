import { useState } from 'preact/hooks';
import type { Connection } from '#shared/connection/connection.ts';
import type { EngineId } from '#shared/engines/engine.ts';
import { compareWords as words } from '#shared/i18n/en/compare.ts';
import { engineNouns } from '#shared/i18n/en/engines.ts';
import type { Job } from '#shared/jobs/job.ts';
import { Button } from '#shared/ui/controls/button.tsx';
import { Disclosure } from '#shared/ui/controls/disclosure.tsx';
import { Select } from '#shared/ui/controls/select.tsx';
import styles from './compare-offer.module.css';
import { engineCost } from './engine-price.ts';

type CompareOfferProps = {
  connections: readonly Connection[];
  jobs: readonly Job[];
  /** Why nothing can be run now, as a sentence. */
  blockedBy: string | null;
  onCompare: (engines: readonly EngineId[]) => void;
};

/** Two engines on one picture, where two are connected: what either will cost is said before. */
export function CompareOffer({ connections, jobs, blockedBy, onCompare }: CompareOfferProps) {
  const [chosen, setChosen] = useState<{ first?: string; second?: string }>({});
  const first = connections.find(({ engine }) => engine === chosen.first) ?? connections[0];
  const others = connections.filter((each) => each !== first);
  const second = others.find(({ engine }) => engine === chosen.second) ?? others[0];
  if (!first || !second) return null;
  const optionsOf = (list: readonly Connection[]) =>
    list.map((each) => ({ value: each.engine, label: nameOf(each) }));
  return (
    <section class={styles.offer}>
      <Disclosure label={words.label}>
        <p class={styles.lead}>{words.lead}</p>
        <Select
          label={words.first}
          hint={engineCost(first, jobs)}
          value={first.engine}
          options={optionsOf(connections)}
          onValue={(engine) => setChosen({ ...chosen, first: engine })}
        />
        <Select
          label={words.second}
          hint={engineCost(second, jobs)}
          value={second.engine}
          options={optionsOf(others)}
          onValue={(engine) => setChosen({ ...chosen, second: engine })}
        />
        <div>
          <Button blocked={blockedBy !== null} onClick={() => onCompare([first.engine, second.engine])}>
            {words.button}
          </Button>
        </div>
        {blockedBy && <p class={styles.lead}>{blockedBy}</p>}
      </Disclosure>
    </section>
  );
}

function nameOf({ engine, description }: Connection): string {
  return engine === 'on-device' ? description.name : `${description.name} (${engineNouns[engine]})`;
}
