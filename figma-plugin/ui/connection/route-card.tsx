import type { ComponentChildren } from 'preact';
import { figmaWords } from '#shared/i18n/en/figma.ts';
import type { Route } from './route.ts';
import styles from './route-card.module.css';
import type { RouteTest } from './use-route-tests.ts';

const words = figmaWords.connect;

type RouteCardProps = {
  route: Route;
  group: string;
  isChosen: boolean;
  isInUse: boolean;
  test: RouteTest;
  onChoose(): void;
  /** What there is to fill in and to press, of the chosen one. */
  children: ComponentChildren;
};

/** One way to whoever makes the pictures: what it needs, how its test went, and when chosen the rest. */
export function RouteCard({ route, group, isChosen, isInUse, test, onChoose, children }: RouteCardProps) {
  const state = words.states[test.state] || (isInUse ? words.inUse : '');
  return (
    <div class={isChosen ? styles.chosen : styles.card}>
      <label class={styles.head}>
        <input
          class={styles.radio}
          type="radio"
          name={group}
          value={route}
          checked={isChosen}
          onChange={onChoose}
        />
        <span class={styles.name}>{words.routes[route]}</span>
        <span class={styles[test.state]}>{state}</span>
        <span class={styles.needs}>{words.needs[route]}</span>
      </label>
      {isChosen && <div class={styles.rest}>{children}</div>}
    </div>
  );
}
