import { figmaWords } from '#shared/i18n/en/figma.ts';
import type { Route } from '../connection/route.ts';
import { ErrorNotice } from '../feedback/error-notice.tsx';
import styles from './restyle-screen.module.css';
import type { Problem } from './use-batch.ts';

type BatchProblemProps = {
  problem: Problem;
  route: Route | null;
  onRetry(): void;
  onDismiss(): void;
  onSettings(): void;
};

/** What kept a batch from starting, or a dropped file from its place; only the first has another route. */
export function BatchProblem({ problem, route, onRetry, onDismiss, onSettings }: BatchProblemProps) {
  const { error, isAside } = problem;
  return (
    <div class={styles.problem}>
      <ErrorNotice
        error={error}
        place={{ route, isAside }}
        onAction={(action) => (isAside ? onDismiss() : action === 'retry' ? onRetry() : onSettings())}
        otherWay={isAside ? null : { label: figmaWords.run.otherRoute, take: onSettings }}
      />
    </div>
  );
}
