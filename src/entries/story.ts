/** The page of a story: the map goes along with the text. */
import { Story } from '../story/story.ts';

const root = document.querySelector<HTMLElement>('.chapters');
if (root) new Story(root).start();
