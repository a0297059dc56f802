import { Markup } from '../../../src/core/markup.ts';
import type { Story } from '../../../src/core/dataset/model.ts';
import { ALL, getStoryKey } from '../../../src/core/url/paths.ts';
import { CARD_MAP, type CardText, describeCard, describeSiteCard } from '../../../src/pages/card.ts';
import { describeStoryCard } from '../../../src/pages/story/story-preview.ts';
import { listSubjects, type Source } from '../../../src/pages/subject.ts';
import type { Ground } from '../../../src/svg/picture.ts';
import type { Pictures } from '../pictures.ts';
import type { CardRequest } from './draw-cards.ts';

interface Drawn {
  svg: Markup;
  ground: Ground | null;
}

/** The cards of one language: of every subject, of the whole atlas and of every story. */
export async function listCards(source: Source, stories: readonly Story[], pictures: Pictures): Promise<CardRequest[]> {
  const request = (id: string, text: CardText, { svg, ground }: Drawn): CardRequest => ({
    id,
    text,
    // That of a story has its ground. Nothing of them is beyond the edge, and to cut it off takes the renderer as long as to draw it.
    names: new Markup(svg.text.replace(ground?.drawn.text ?? '', '').replace('<svg ', '<svg overflow="visible" ')),
    ground: ground?.drawn ?? null,
  });
  const shape = { size: CARD_MAP, omitsGround: true };
  const whole = await pictures.draw(null, { ...shape, lang: source.tr.lang });
  return [
    ...listSubjects(source.atlas).map((subject) =>
      request(subject.id, describeCard(source, subject), pictures.drawSubject(source.tr, subject, shape)),
    ),
    request(ALL, describeSiteCard(source), whole),
    ...stories.map((story) =>
      request(getStoryKey(story.id), describeStoryCard(source, story), pictures.drawStory(source.tr, story)),
    ),
  ];
}
