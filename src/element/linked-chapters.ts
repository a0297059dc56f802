/** Parts of the host page with `data-corridor-chapter`: the one that is being read is the chapter that the story in the frame shows. */

const LINK = 'data-corridor-chapter';
/** Where in the window a part counts as being read: a line that a map on top of a phone leaves free. */
const READING_LINE = '-60% 0px -39% 0px';

export interface LinkedChapters {
  /** Marks those of a chapter as the current ones. */
  mark(id: unknown): void;
  stop(): void;
}

/**
 * @param map the element that they belong to: those that name it by `data-corridor-map`, and those that name none
 * @param getStory id of the story that it shows; of `STORY/CHAPTER` only its own count
 * @param onRead a reader has come to the part of a chapter, by scrolling, or by a click or the keyboard
 */
export function linkChapters(map: HTMLElement, getStory: () => string | null, onRead: (id: string) => unknown): LinkedChapters {
  const findChapter = (element: Element): string | null => {
    const name = element.getAttribute('data-corridor-map');
    const [, story, id] = /^(?:([\w-]+)\/)?([\w-]+)$/.exec(element.getAttribute(LINK) ?? '') ?? [];
    const isOurs = (name === null || (name !== '' && name === map.id)) && (story === undefined || story === getStory());
    return isOurs ? (id ?? null) : null;
  };
  const listParts = (): Element[] => [...document.querySelectorAll(`[${LINK}]`)];
  const read = (element: Element | null | undefined): void => {
    const id = element && findChapter(element);
    if (id) onRead(id);
  };
  const handle = ({ target }: Event): void => read(target instanceof Element ? target.closest(`[${LINK}]`) : null);
  const scrolled = new IntersectionObserver((entries) => read(entries.findLast(({ isIntersecting }) => isIntersecting)?.target), {
    rootMargin: READING_LINE,
  });
  /** A part that is watched already stays so, without being told of again. */
  const watch = (): void => listParts().forEach((part) => scrolled.observe(part));
  const added = new MutationObserver(watch);

  watch();
  added.observe(document, { subtree: true, childList: true, attributeFilter: [LINK] });
  document.addEventListener('click', handle);
  document.addEventListener('focusin', handle);
  return {
    mark(id) {
      for (const part of listParts().filter(findChapter)) {
        if (findChapter(part) === id) part.setAttribute('aria-current', 'true');
        else part.removeAttribute('aria-current');
      }
    },
    stop() {
      scrolled.disconnect();
      added.disconnect();
      document.removeEventListener('click', handle);
      document.removeEventListener('focusin', handle);
    },
  };
}
