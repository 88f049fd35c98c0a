import { Button, IconAdjust16, IconButton } from '@create-figma-plugin/ui';
import { figmaWords } from '#shared/i18n/en/figma.ts';
import styles from './run-bar.module.css';

const words = figmaWords.run;

type RunBarProps = {
  /** What the button says. */
  label: string;
  isChecking: boolean;
  /** Why nothing can be sent now, as a sentence. */
  blockedBy: string | null;
  /** How long and how dear, in words. */
  estimate: string;
  onRun(): void;
  onSettings(): void;
};

/** The one primary button. The line above it says what it takes, or what is missing. */
export function RunBar({ label, isChecking, blockedBy, estimate, onRun, onSettings }: RunBarProps) {
  return (
    <div class={styles.bar}>
      <p class={styles.note} aria-live="polite">
        {isChecking ? words.checking : (blockedBy ?? estimate)}
      </p>
      <div class={styles.buttons}>
        <div class={styles.primary}>
          <Button
            fullWidth
            loading={isChecking}
            disabled={blockedBy !== null}
            title={words.shortcut}
            onClick={onRun}
          >
            {label}
          </Button>
        </div>
        <IconButton aria-label={words.settings} title={words.settings} onClick={onSettings}>
          <IconAdjust16 />
        </IconButton>
      </div>
    </div>
  );
}
