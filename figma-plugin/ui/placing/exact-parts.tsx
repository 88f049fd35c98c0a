import { Checkbox, Disclosure, Text } from '@create-figma-plugin/ui';
import { useState } from 'preact/hooks';
import { figmaWords } from '#shared/i18n/en/figma.ts';
import type { Part } from '../../bridge/layer.ts';
import styles from './exact-parts.module.css';

const words = figmaWords.layers;

type ExactPartsProps = {
  parts: readonly Part[];
  exactIds: readonly string[];
  onExact(exactIds: readonly string[]): void;
};

/** Which of the layers inside stay as they are. Folded away: most pictures have none to keep. */
export function ExactParts({ parts, exactIds, onExact }: ExactPartsProps) {
  const [isOpen, setIsOpen] = useState(false);
  if (parts.length === 0) return null;
  const textIds = parts.filter(({ isText }) => isText).map(({ nodeId }) => nodeId);
  const toggle = (ids: readonly string[], isKept: boolean) =>
    onExact([...exactIds.filter((id) => !ids.includes(id)), ...(isKept ? ids : [])]);
  const box = (label: string, ids: readonly string[]) => (
    <Checkbox
      value={ids.every((id) => exactIds.includes(id))}
      onValueChange={(isKept: boolean) => toggle(ids, isKept)}
    >
      <Text>{label}</Text>
    </Checkbox>
  );
  return (
    <div class={styles.parts}>
      <Disclosure
        open={isOpen}
        title={words.exact(exactIds.length, parts.length)}
        onClick={() => setIsOpen(!isOpen)}
      >
        <p class={styles.hint}>{words.exactHint}</p>
        <div class={styles.list}>
          {textIds.length > 1 && box(words.exactText, textIds)}
          {parts.map(({ nodeId, name }) => (
            <div key={nodeId}>{box(name, [nodeId])}</div>
          ))}
        </div>
      </Disclosure>
    </div>
  );
}
