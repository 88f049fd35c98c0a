import { webAppWords as words } from '#shared/i18n/en/web-app.ts';
import { Select } from '#shared/ui/controls/select.tsx';
import type { Offered } from './connections.ts';

/** Which of several workflows is used; nothing where there is no choice. */
export function WorkflowChoice({ offered, onChoose }: { offered: Offered; onChoose(id: string): void }) {
  const { list, chosen } = offered;
  if (list.length < 2 || !chosen) return null;
  const options = list.map(({ deploymentId, description }) => ({
    value: deploymentId,
    label: description.name,
  }));
  return <Select label={words.workflow} value={chosen.deploymentId} options={options} onValue={onChoose} />;
}
