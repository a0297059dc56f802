/**
 * A tree of XML with the part of the DOM that togeojson asks for. Workers have no DOM, and the ones in packages take time that grows
 * with the square of the file.
 */

export class XmlText {
  readonly localName = '';
  readonly tagName = '';
  next: XmlNode | null = null;

  constructor(
    readonly textContent: string,
    /** 3 for text, 4 for a CDATA section, as in the DOM. */
    readonly nodeType: 3 | 4,
  ) {}

  get nodeName(): string {
    return this.nodeType === 3 ? '#text' : '#cdata-section';
  }

  /** Texts are whole from the start. */
  normalize(): void {}
}

export type XmlNode = XmlElement | XmlText;

class XmlNodeList extends Array<XmlNode> {
  item(index: number): XmlNode | null {
    return this[index] ?? null;
  }
}

export class XmlElement {
  /** The nodes inside follow each other by `next`: an array for each of a hundred thousand points is most of the memory they need. */
  #first: XmlNode | null = null;
  #last: XmlNode | null = null;
  next: XmlNode | null = null;
  /** The only thing inside, as with most elements: not a node of its own until it is asked for. */
  #text: string | null = null;

  /** What is inside is not found from above: a search of a track need not go through each of its points. */
  isClosed = false;

  constructor(
    /** With its prefix, unless that is the prefix of the format itself. */
    public tagName: string,
    readonly namespaceURI: string,
    public values: Record<string, string>,
    public parentNode: XmlElement | null,
    /** Line of the file, from 1. */
    readonly line: number,
  ) {}

  get nodeType(): 1 {
    return 1;
  }

  get nodeName(): string {
    return this.tagName;
  }

  get localName(): string {
    return this.tagName.slice(this.tagName.indexOf(':') + 1);
  }

  /** A copy, as the DOM has it. */
  get childNodes(): XmlNodeList {
    const list = new XmlNodeList();
    if (this.#text !== null) list.push(new XmlText(this.#text, 3));
    for (let node = this.#first; node; node = node.next) list.push(node);
    return list;
  }

  get attributes(): { name: string; value: string }[] {
    return Object.entries(this.values).map(([name, value]) => ({ name, value }));
  }

  get textContent(): string {
    let text = this.#text ?? '';
    for (let node = this.#first; node; node = node.next) text += node.textContent;
    return text;
  }

  /** Elements right below. */
  get children(): XmlElement[] {
    const found: XmlElement[] = [];
    for (let node = this.#first; node; node = node.next) if (node instanceof XmlElement) found.push(node);
    return found;
  }

  getAttribute(name: string): string | null {
    return Object.hasOwn(this.values, name) ? (this.values[name] ?? null) : null;
  }

  setAttribute(name: string, value: string): void {
    this.values = { ...this.values, [name]: value };
  }

  getElementsByTagName(name: string): XmlElement[] {
    const found: XmlElement[] = [];
    this.#collect(found, null, name);
    return found;
  }

  getElementsByTagNameNS(uri: string, name: string): XmlElement[] {
    const found: XmlElement[] = [];
    this.#collect(found, uri, name);
    return found;
  }

  /** Calls itself once a level: files with deep ones have been refused. */
  #collect(found: XmlElement[], uri: string | null, name: string): void {
    for (let node = this.#first; node; node = node.next) {
      if (!(node instanceof XmlElement)) continue;
      if (node.#isCalled(uri, name)) found.push(node);
      if (node.#first && !node.isClosed) node.#collect(found, uri, name);
    }
  }

  /** @param uri null where the name is meant with its prefix, as both ways to search have it in the DOM */
  #isCalled(uri: string | null, name: string): boolean {
    if (uri === null) return name === '*' || this.tagName === name;
    return (uri === '*' || this.namespaceURI === uri) && (name === '*' || this.localName === name);
  }

  appendText(text: string): void {
    if (this.#first === null && this.#text === null) this.#text = text;
    else this.append(new XmlText(text, 3));
  }

  append(node: XmlNode): void {
    if (this.#text !== null) {
      const text = new XmlText(this.#text, 3);
      this.#text = null;
      this.#link(text);
    }
    this.#link(node);
  }

  #link(node: XmlNode): void {
    if (this.#last) this.#last.next = node;
    else this.#first = node;
    this.#last = node;
    node.next = null;
  }

  /** @param children nodes that are in no other element */
  replaceChildren(children: readonly XmlNode[]): void {
    this.setText(null);
    for (const child of children) {
      this.#link(child);
      if (child instanceof XmlElement) child.parentNode = this;
    }
  }

  setText(text: string | null): void {
    this.#first = null;
    this.#last = null;
    this.#text = text;
  }

  /** Has nothing to do, as texts are whole. */
  normalize(): void {}
}

/** The first element of that name right below, not deeper. */
export const findChild = (element: XmlElement, name: string): XmlElement | undefined =>
  element.children.find(({ tagName }) => tagName === name);

/** Trimmed text of the first element of that name right below; empty where there is none. */
export const getChildText = (element: XmlElement, name: string): string => findChild(element, name)?.textContent.trim() ?? '';
