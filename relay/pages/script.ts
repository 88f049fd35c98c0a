/**
 * All that pages do by themselves. The code of an invitation stands behind the `#` of its link, where only the
 * page sees it: it goes into the forms, and out of the address and the history at once.
 */
export const script = `
const codes = document.querySelectorAll('input[name=code]');
if (codes.length > 0 && location.hash.length > 1) {
  for (const code of codes) {
    code.value = location.hash.slice(1);
    code.closest('label').hidden = true;
  }
  history.replaceState(null, '', location.pathname);
}
for (const button of document.querySelectorAll('button[data-copy]')) {
  button.hidden = !navigator.clipboard;
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent);
    button.textContent = button.dataset.copied;
  });
}
for (const form of document.querySelectorAll('form[data-confirm]')) {
  form.addEventListener('submit', (event) => {
    if (!confirm(form.dataset.confirm)) event.preventDefault();
  });
}
`;
