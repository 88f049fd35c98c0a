/** Words of the context menu, badge and notifications. */
export const menuWords = {
  quickPrompt: 'Quick prompt…',
  addToBatch: 'Add to batch',
  here: 'Restyle a picture here…',
  shortcut: 'Pick a picture from the page',
  doneTitle: 'Your picture is ready',
  failedTitle: 'The picture was not made',
  batchTitle: 'Your batch is ready',
  batchStopped: 'Your batch has stopped',
  batchPictures: (count: number) => (count === 1 ? '1 picture' : `${count} pictures`),
} as const;
