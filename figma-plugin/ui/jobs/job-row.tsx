import { Button, IconButton, IconClose16 } from '@create-figma-plugin/ui';
import { figmaWords } from '#shared/i18n/en/figma.ts';
import type { ErrorAction } from '#shared/i18n/error-text.ts';
import type { Route } from '../connection/route.ts';
import { ErrorNotice, type OtherWay } from '../feedback/error-notice.tsx';
import { describeLayerJob, ratioOf } from './describe-layer-job.ts';
import styles from './job-row.module.css';
import { isEnded, isSample, type LayerJob } from './layer-job.ts';

const words = figmaWords.jobs;

export type JobRowHandlers = {
  onCancel(id: string): void;
  onShow(nodeId: string): void;
  onDismiss(id: string): void;
  onErrorAction(id: string, action: ErrorAction): void;
  onPlaceOnPage(id: string): void;
};

/** `route`: the team's. */
type JobRowProps = JobRowHandlers & { row: LayerJob; route: Route | null };

/** A layer's way through the engine: what happens in words, how far, and the one thing to do. */
export function JobRow(props: JobRowProps) {
  const { row, route } = props;
  const { state, layerName } = row;
  return (
    <li class={styles.row}>
      <div class={styles.line}>
        <span class={styles.words}>
          <span class={styles.name} title={layerName}>
            {row.cell ? words.variant(layerName, row.cell.label) : layerName}
          </span>
          <span class={styles.what}>{describeLayerJob(row)}</span>
        </span>
        <RowButtons {...props} />
      </div>
      {!isEnded(row) && <Bar ratio={ratioOf(row)} />}
      {state.name === 'failed' && (
        <ErrorNotice
          error={state.error}
          place={{ route: isSample(row) ? 'device' : route }}
          onAction={(action) => props.onErrorAction(row.id, action)}
          otherWay={otherWayFor(props)}
        />
      )}
    </li>
  );
}

function RowButtons({ row, onCancel, onShow, onDismiss }: JobRowProps) {
  const { id, state, layerName } = row;
  const close = isEnded(row)
    ? { label: words.dismiss(layerName), act: onDismiss }
    : { label: words.cancel(layerName), act: onCancel };
  return (
    <span class={styles.buttons}>
      {state.name === 'placed' && (
        <Button secondary aria-label={words.showLayer(layerName)} onClick={() => onShow(state.nodeId)}>
          {words.show}
        </Button>
      )}
      <IconButton aria-label={close.label} title={close.label} onClick={() => close.act(id)}>
        <IconClose16 />
      </IconButton>
    </span>
  );
}

function otherWayFor({ row, onPlaceOnPage }: JobRowProps): OtherWay | null {
  const isHomeless = row.state.name === 'failed' && row.state.retryFrom === 'place';
  return isHomeless ? { label: words.placeOnPage, take: () => onPlaceOnPage(row.id) } : null;
}

/** Without a number it only says that something goes on. */
function Bar({ ratio }: { ratio: number | null }) {
  const value = ratio === null ? {} : { 'aria-valuenow': Math.round(ratio * 100) };
  const style = ratio === null ? undefined : { width: `${Math.max(4, ratio * 100)}%` };
  return (
    <div class={styles.track} role="progressbar" aria-label={words.progress} {...value}>
      <div class={ratio === null ? styles.going : styles.bar} style={style} />
    </div>
  );
}
