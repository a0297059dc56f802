/** Says that there is nothing of an id, in the words that the page has for that. */
export function fillNote(root: ParentNode, id: string): void {
  const note = root.querySelector<HTMLElement>('[data-note]');
  if (note) note.textContent = (note.dataset['note'] ?? '').replace('{id}', id);
}
