/** Segments of UN/EDIFACT: separators as UNA sets them, release characters, line breaks that mean nothing. */

/** A segment: its tag and, by element and component, its values. */
export interface Segment {
  tag: string;
  elements: string[][];
  /** In the interchange, from 1; UNB included, UNA not. */
  number: number;
}

interface Signs {
  component: string;
  element: string;
  release: string;
  end: string;
}
const SIGNS: Signs = { component: ':', element: '+', release: '?', end: "'" };

/** Cuts an interchange into segments; `isCut` where the last one has no end. */
export function splitSegments(text: string): { segments: Segment[]; isCut: boolean } {
  const una = /^\s*UNA(.)(.).(.).(.)/s.exec(text);
  const signs: Signs = una ? { component: una[1]!, element: una[2]!, release: una[3]!, end: una[4]! } : SIGNS;
  const body = una ? text.slice(una[0].length) : text;
  const segments: Segment[] = [];
  let elements: string[][] = [['']];
  const add = (sign: string) => {
    const element = elements.at(-1)!;
    element[element.length - 1] += sign;
  };
  const close = () => {
    const tag = elements[0]![0]!.trim();
    if (tag) segments.push({ tag, elements: elements.slice(1), number: segments.length + 1 });
    elements = [['']];
  };
  for (let i = 0; i < body.length; i++) {
    const sign = body[i]!;
    if (sign === signs.release && signs.release !== ' ') add(body[++i] ?? '');
    else if (sign === signs.end) close();
    else if (sign === signs.element) elements.push(['']);
    else if (sign === signs.component) elements.at(-1)!.push('');
    else if (sign !== '\n' && sign !== '\r') add(sign);
  }
  const isCut = elements[0]![0]!.trim() !== '';
  if (isCut) close();
  return { segments, isCut };
}
