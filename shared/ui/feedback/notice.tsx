import type { ComponentChildren } from 'preact';
import { AlertIcon, CheckIcon, InfoIcon } from '#shared/ui/icons/icons.tsx';
import styles from './notice.module.css';

type NoticeProps = { tone?: 'info' | 'success' | 'error'; children: ComponentChildren };

const icons = { info: InfoIcon, success: CheckIcon, error: AlertIcon };
/** A plain sentence is part of the page; news is read out when it arrives. */
const roles = { info: undefined, success: 'status', error: 'alert' } as const;

export function Notice({ tone = 'info', children }: NoticeProps) {
  const Icon = icons[tone];
  return (
    <div class={styles.notice} data-tone={tone} role={roles[tone]}>
      <span class={styles.icon}>
        <Icon />
      </span>
      <div class={styles.content}>{children}</div>
    </div>
  );
}
