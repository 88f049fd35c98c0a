import type { ErrorData } from '#shared/errors/app-error.ts';
import { figmaWords } from '#shared/i18n/en/figma.ts';
import type { Route } from '../connection/route.ts';
import { ErrorNotice } from '../feedback/error-notice.tsx';
import styles from './restyle-screen.module.css';

type BatchProblemProps = {
  problem: ErrorData;
  route: Route | null;
  onRetry(): void;
  onDismiss(): void;
  onSettings(): void;
};

/** What kept a batch from starting, or a dropped file from the canvas; only the first has another route. */
export function BatchProblem({ problem, route, onRetry, onDismiss, onSettings }: BatchProblemProps) {
  const isOfPicture = problem.code.startsWith('picture-') || problem.code.startsWith('layer-');
  return (
    <div class={styles.problem}>
      <ErrorNotice
        error={problem}
        place={{ route }}
        onAction={(action) => (isOfPicture ? onDismiss() : action === 'retry' ? onRetry() : onSettings())}
        otherWay={isOfPicture ? null : { label: figmaWords.run.otherRoute, take: onSettings }}
      />
    </div>
  );
}
