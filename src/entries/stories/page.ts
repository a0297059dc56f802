/** The page of a story: the map goes along with the text. */
import { offerEmbedCode } from '../../story/embed-code.ts';
import { Story } from '../../story/story.ts';

const root = document.querySelector<HTMLElement>('.chapters');
if (root) new Story(root).start();
offerEmbedCode(document, new URL(root?.dataset['root'] ?? './', location.href).href);
