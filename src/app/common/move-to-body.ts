/** An attachment that moves an element to the end of the page, out of what is hidden when the page is printed. */
export function moveToBody(node: Element): () => void {
  document.body.append(node);
  return () => node.remove();
}

/** The same to the beginning: what is to be the first page on paper. */
export function moveToBodyStart(node: Element): () => void {
  document.body.prepend(node);
  return () => node.remove();
}
