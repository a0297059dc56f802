/** Where the eye rests in a panel, as a share of its height from the top. */
const READING_LINE = 0.3;
/** How long a reader has to stay before the paragraph counts as read, in milliseconds. */
const REST = 250;

/**
 * An attachment to a list of paragraphs, each with its number in `data-paragraph`.
 *
 * @param onRead gets the number of the paragraph at which scrolling has come to rest
 */
export function followReading(onRead: (paragraph: number) => void): (list: HTMLElement) => () => void {
  return (list) => {
    const scroller = list.closest('[role=tabpanel]');
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = (): void => {
      const box = scroller?.getBoundingClientRect();
      if (!box) return;
      const line = box.top + box.height * READING_LINE;
      const paragraph = [...list.children].find((one) => one.getBoundingClientRect().bottom > line);
      if (paragraph instanceof HTMLElement) onRead(Number(paragraph.dataset['paragraph']));
    };
    const onScroll = (): void => {
      clearTimeout(timer);
      timer = setTimeout(look, REST);
    };
    scroller?.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      clearTimeout(timer);
      scroller?.removeEventListener('scroll', onScroll);
    };
  };
}
