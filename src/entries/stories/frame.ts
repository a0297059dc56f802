/** The page of a story in a frame of others, and the page that leads to any story: gives them their window and address. */
import { readEmbed } from '../../core/embed/embed-url.ts';
import { openBridge } from '../../embed/host/bridge.ts';
import { connectWordPress } from '../../embed/host/wordpress.ts';
import { replaceAddress, StoryFrame } from '../../story/story-frame.ts';

const config = readEmbed(location.search, '');
const wordpress = connectWordPress(window);
const { story } = config;
const link = document.querySelector<HTMLAnchorElement>(`.stories [data-story="${story ?? ''}"] a`);

if (link) replaceAddress(link.href, location.hash);
else {
  const frame = new StoryFrame(config, {
    connect(origin, answer) {
      const bridge = openBridge({
        peer: window.parent,
        origin,
        now: () => performance.now(),
        schedule: (then) => setTimeout(then, 500),
        answer,
      });
      addEventListener('message', (event) => bridge.receive(event));
      return bridge;
    },
    onHeight: (height) => wordpress?.sendHeight(height),
  });
  frame.start();
  // On the page of a story its name in the query says nothing.
  if (story !== null && document.querySelector('.stories')) frame.refuse(story);
}
