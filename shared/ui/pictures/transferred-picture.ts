/** What a drop or a paste brought: files, else the address of a picture dragged off a page, else nothing. */
export type TransferredPicture = { files: readonly File[] } | { address: string } | null;

export function transferredPicture(transfer: DataTransfer | null): TransferredPicture {
  const files = [...(transfer?.files ?? [])];
  if (files.length > 0) return { files };
  const address = transfer?.getData('text/uri-list').split(/\r?\n/).find(isAddress);
  return address ? { address } : null;
}

/** A line of a URI list that is not one of its comments: https://www.rfc-editor.org/rfc/rfc2483#section-5 */
function isAddress(line: string): boolean {
  return /^(https?|data|blob):/i.test(line);
}
