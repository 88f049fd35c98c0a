import type { ItemHandlers, ItemView } from '#shared/ui/batch/item-view.ts';

/** The browser shows pages only the kinds of what is dragged, until it is dropped. */
const kind = 'application/x-restyle-item';

type RowDrag = {
  draggable?: true;
  onDragStart?(event: DragEvent): void;
  onDragOver?(event: DragEvent): void;
  onDrop?(event: DragEvent): void;
};

/** Rows that wait can be dragged onto one another; the buttons do the same by the keyboard. */
export function dragOf({ index, state }: ItemView, onMove: ItemHandlers['onMove']): RowDrag {
  if (state !== 'waiting') return {};
  return {
    draggable: true,
    onDragStart({ dataTransfer }) {
      dataTransfer?.setData(kind, String(index));
      if (dataTransfer) dataTransfer.effectAllowed = 'move';
    },
    onDragOver(event) {
      if (event.dataTransfer?.types.includes(kind)) event.preventDefault();
    },
    onDrop(event) {
      const dragged = event.dataTransfer?.getData(kind) ?? '';
      if (dragged === '') return;
      event.preventDefault();
      event.stopPropagation();
      if (Number(dragged) !== index) onMove(Number(dragged), { onto: index });
    },
  };
}
