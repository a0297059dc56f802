/** An attachment that puts a drawn picture into an element: parsed as XML, so that no text becomes markup of the page. */
export function showSvg(svg: string): (node: Element) => void {
  return (node) => {
    if (svg === '') return node.replaceChildren();
    const { documentElement } = new DOMParser().parseFromString(svg, 'image/svg+xml');
    node.replaceChildren(document.importNode(documentElement, true));
  };
}
