const foreign =
  /\b(?:der|das|und|mit|ein|eine|ist|le|les|des|une|avec|el|los|las|una|il|che|het|een|och|nie|nicht|mach|der)\b/iu;
/** English borrows a few letters: café, façade, señor. */
const otherLetters = /(?![éèêïçñ])\p{L}(?<![a-z])/iu;

/** Whether a text may be English, for rules that know no other language. It guesses, and rather says no. */
export function isEnglish(text: string): boolean {
  return !otherLetters.test(text) && !foreign.test(text);
}
