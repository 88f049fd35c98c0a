import { bodyOf, isInstruction, sentenceFrom } from '#shared/presets/rewriting/sentences.ts';

const politeness =
  /^(?:please,? |(?:can|could|would|will) you (?:please )?|i(?:['’]d| would)? (?:like|want|need) you to )/i;
const wish = /^i(?:['’]d| would)? (?:like|love|want|need|wish) (?:to have |to see )?/i;
const shouldStay = /^(.{2,60}?) (?:should|must|has to|have to|needs? to|to) (?:stay|remain|be kept)\b.*$/i;
const shouldNot = /^(.{2,60}?) (?:should|must) not (?:be )?(?:changed?|altered|touched|moved?)$/i;
const shouldBe = /^(.{2,60}?) (?:should|must|has to|have to|needs? to|to) (be|become|turn|look|have) (.+)$/i;

/** How `the sky should be dark` is told to a model: by what has to be done. */
const orders: Readonly<Record<string, (thing: string, how: string) => string>> = {
  be: (thing, how) => `Make ${thing} ${how}`,
  become: (thing, how) => `Make ${thing} ${how}`,
  turn: (thing, how) => `Turn ${thing} ${how}`,
  look: (thing, how) => `Make ${thing} look ${how}`,
  have: (thing, how) => `Give ${thing} ${how}`,
};

/** A sentence that asks or wishes, as one that says what to do. */
export function asOrder(sentence: string): string {
  const asked = sentence.replace(politeness, '').replace(/[, ]+please(?=[.!?]*$)/i, '');
  const isAsked = asked !== sentence;
  const wished = bodyOf(asked).replace(wish, '');
  if (isInstruction(wished)) return isAsked || wished !== bodyOf(asked) ? sentenceFrom(wished) : sentence;
  const [, staying] = shouldStay.exec(wished) ?? shouldNot.exec(wished) ?? [];
  if (staying) return sentenceFrom(`Keep ${small(staying)} exactly the same`);
  const [, thing = '', verb = '', how = ''] = shouldBe.exec(wished) ?? [];
  const order = orders[verb.toLowerCase()];
  if (order) return sentenceFrom(order(named(thing), how));
  return isAsked || wished !== bodyOf(asked) ? sentenceFrom(wished) : sentence;
}

/** `It` at a sentence's start is the picture; a model has nothing else to take it for. */
export function withPictureNamed(sentence: string): string {
  const weather = /^make it (rain|snow)\b/i.exec(sentence)?.[1];
  if (weather) return sentence.replace(/^make it \w+/i, `Add ${weather.toLowerCase()}`);
  return sentence.replace(
    /^(change|convert|give|make|restyle|transform|turn) (?:it\b|(?:this|that)\b(?= (?:into|to|look|as|more|less|an?|\w+er)\b|\W*$))/i,
    '$1 this picture',
  );
}

const untouched = '(?:change|alter|touch|modify|edit|remove|lose|crop|cover|hide)';
const leaving = new RegExp(`^(?:do not|don['’]t|never) ${untouched} (.+)$`, 'i');
const withoutChanging = /,? without (?:changing|altering|touching|losing) ([^,;]+)$/i;
const lacking =
  /(?:^|, (?:but |and )?| (?:but|and) (?=no ))(?:no|without)(?: any)? (?!longer|more|one|matter|\w+ing\b)([^,;]+)$/i;
const lackingAtEnd = / without(?: any)? (?!\w+ing\b)([^,;]+)$/i;

/** What should not be, as what should be done: models see what is named, even after `no`. */
export function withoutNegatives(sentence: string): string[] {
  const body = bodyOf(sentence);
  const kept = leaving.exec(body)?.[1];
  if (kept) return [sentenceFrom(`Keep ${kept} exactly the same`)];
  for (const [pattern, order] of [
    [withoutChanging, (thing: string) => `Keep ${thing} exactly the same`],
    [lacking, (thing: string) => `Remove any ${thing}`],
    [lackingAtEnd, (thing: string) => `Remove any ${thing}`],
  ] as const) {
    const [, thing] = pattern.exec(body) ?? [];
    if (thing) return [body.replace(pattern, ''), order(thing)].map(sentenceFrom).filter(Boolean);
  }
  return [sentence];
}

function named(thing: string): string {
  return /^(?:it|this|that)$/i.test(thing) ? 'this picture' : small(thing);
}

/** In the middle of a sentence; names and abbreviations keep their capitals. */
function small(words: string): string {
  return /^(?:the|a|an|all|every|any|this|that|these|those|its|their|his|her|my|our|your)\b/i.test(words)
    ? words.charAt(0).toLowerCase() + words.slice(1)
    : words;
}
