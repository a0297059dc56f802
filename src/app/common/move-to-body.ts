/** An attachment that moves an element to the end of the page, out of what is hidden when the page is printed. */
export function moveToBody(node: Element): () => void {
  document.body.append(node);
  return () => node.remove();
}
