/** The code by which others embed the story: with the address that the page really has, and a button that copies it. */
export function offerEmbedCode(root: ParentNode, folder: string): void {
  const place = root.querySelector<HTMLElement>('[data-embed-code]');
  const field = place?.querySelector('textarea');
  const button = place?.querySelector('button');
  if (!place || !field || !button) return;
  const { site = '', copied = '', refused = '' } = place.dataset;
  field.value = field.value.replaceAll(site, folder);
  field.addEventListener('focus', () => field.select());
  button.hidden = false;
  button.addEventListener('click', () => {
    const tell = (text: string): void => void place.querySelector('[role=status]')?.replaceChildren(text);
    // Without permission, as in a frame of another site, the text is marked in the field.
    const mark = (): void => {
      field.focus();
      tell(refused);
    };
    if (!isSecureContext) mark();
    else navigator.clipboard.writeText(field.value).then(() => tell(copied), mark);
  });
}
