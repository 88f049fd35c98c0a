import { useState } from 'preact/hooks';

/** Makes an element a place to drop things on; `isOver` while something is held above it. */
export function useDropPlace(onDrop: (dropped: DataTransfer) => void) {
  const [isOver, setOver] = useState(false);
  const hold = (event: DragEvent) => {
    event.preventDefault();
    setOver(true);
  };
  const leave = (event: DragEvent & { currentTarget: Node }) => {
    const goneTo = event.relatedTarget;
    if (!(goneTo instanceof Node && event.currentTarget.contains(goneTo))) setOver(false);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (event.dataTransfer) onDrop(event.dataTransfer);
  };
  return { isOver, handlers: { onDragEnter: hold, onDragOver: hold, onDragLeave: leave, onDrop: drop } };
}
