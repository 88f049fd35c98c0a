import { bodyOf, isInstruction, listed, sentenceFrom } from '#shared/presets/rewriting/sentences.ts';

const article = /^(?:an?|some|one|two|three|four|five|many|several|few)\b/i;
const pointing =
  /^(?:no|not|do|don['’]t|never|without|the|this|that|these|those|it|he|she|they|his|her|its|their|my|our|your|apart)\b/i;
const likeness = /^(?:in the style|like|as) /i;
const medium =
  /\b(?:painting|drawing|sketch|illustration|poster|print|photo(?:graph)?|cartoon|comic|collage|mosaic|watercolou?r|render(?:ing)?|engraving|mural|postcard|still)\b/i;
const compared = /^(?:(?:much|a bit|slightly|far) )?(?:more|less|\w{3,}er)\b/i;
const quality = /\b\w+(?:ic|al|ful|ive|ous|ed|ing|ern|less|ish|y)$/i;
const manner = /\b(?:look|style|mood|effect|feel|vibe|atmosphere)$/i;
const matter =
  /\b(?:light|lighting|colou?rs?|tones?|shadows?|highlights?|contrast|grain|mist|fog|rain|snow|lines|textures?|reflections?)$/i;
const mostWords = 3;

/**
 * A description as the instruction that leads to it; as it is where the rules are not sure what is meant. Beside a
 * preset, which says what becomes of the picture, it is something more in it.
 */
export function asInstruction(sentence: string, isAddition: boolean): string {
  const body = bodyOf(sentence);
  if (body === '' || isInstruction(body) || pointing.test(body)) return sentence;
  if (likeness.test(body)) return sentenceFrom(`Restyle this picture ${small(body)}`);
  const looks = body.split(/\s*,\s*(?:and )?| and /i).filter(Boolean);
  if (looks.every(isLook)) return sentenceFrom(`Give this picture ${looksListed(looks)}`);
  return sentenceFrom(
    article.test(body) ? thingOrder(small(body), isAddition) : sceneOrder(body, isAddition),
  );
}

/** For what begins with `a`: a way of making pictures, a mood, or a thing. */
function thingOrder(thing: string, isAddition: boolean): string {
  const opening = thing.split(' ').slice(0, 4).join(' ');
  if (medium.test(opening)) return `Turn this picture into ${thing}`;
  if (manner.test(thing)) return `Give this picture ${thing}`;
  return isAddition ? `Add ${thing}` : sceneOrder(thing, isAddition);
}

function sceneOrder(scene: string, isAddition: boolean): string {
  return isAddition ? `Let this picture also show ${scene}` : `Change this picture so that it shows ${scene}`;
}

/** A few words that say how it looks, not what is in it. */
function isLook(words: string): boolean {
  const isShort = words.split(' ').length <= mostWords;
  return isShort && !article.test(words) && !/\b(?:of|in|on|at|with|under|over|from|for)\b|[{}]/i.test(words);
}

/** `more contrast, soft light and a moody, dark look`: what is only an adjective goes into one look. */
function looksListed(looks: readonly string[]): string {
  const texts = looks.map((look) => (quality.test(look) || compared.test(look) ? small(look) : look));
  const things = texts.filter((look) => isThing(look));
  const manners = texts.filter((look) => !isThing(look) && manner.test(look)).map(withArticle);
  const plain = texts.filter((look) => !isThing(look) && !manner.test(look)).join(', ');
  return listed([...things, ...manners, ...(plain === '' ? [] : [withArticle(`${plain} look`)])]);
}

function isThing(look: string): boolean {
  const isMoreOfIt = compared.test(look) && look.includes(' ') && !quality.test(look);
  return !manner.test(look) && (matter.test(look) || isMoreOfIt);
}

function withArticle(words: string): string {
  return `${/^[aeiou]/i.test(words) ? 'an' : 'a'} ${words}`;
}

function small(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}
