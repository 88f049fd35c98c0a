/** Words that help to write an instruction for an edit model. */
export const promptWords = {
  tips: {
    'too-long':
      'This is long: edit models follow the first two or three sentences best. Try one change at a time.',
    describes:
      'This describes a picture. Say what to do with this one: begin with “Change …”, “Replace …” or “Turn … into …”.',
    pronoun: 'Name the thing instead of “it” or “this”: “Change the jacket to red”.',
    negative: 'Models see what is named, even after “no”. Say what should be there instead.',
    'no-keep': 'Nothing says what has to stay. Choose it below.',
  },
  keep: {
    legend: 'Keep',
    parts: {
      composition: 'the composition',
      faces: 'the faces',
      pose: 'the poses',
      colours: 'the colours',
      background: 'the background',
      text: 'any text',
    },
    labels: {
      composition: 'Composition',
      faces: 'Faces',
      pose: 'Poses',
      colours: 'Colours',
      background: 'Background',
      text: 'Text',
    },
    sentence: (parts: string) => `Keep ${parts} exactly the same.`,
  },
  rewriting: {
    ask: 'Improve my wording',
    askPreset: (preset: string) => `Improve my wording for ${preset}`,
    nothing: 'Your wording is good as it is.',
    used: 'The better wording is in.',
    undo: 'Undo',
  },
  guide: {
    label: 'How to say it',
    rows: [
      { say: 'Change the jacket to dark green wool', not: 'A person in a green jacket' },
      { say: 'Replace the background with a quiet beach at dusk', not: 'Make the background nicer' },
      { say: 'Keep the label and its text exactly as they are', not: 'Do not change the label' },
      { say: 'Replace the word “SALE” with “NEW”', not: 'Different text' },
    ],
    do: 'Do',
    dont: 'Don’t',
    last: 'Small steps work best: change one thing, then go on from the result.',
  },
  past: {
    label: 'Earlier prompts',
    search: 'Find an earlier prompt',
    none: 'None is like that.',
    empty: 'What you write is listed here once it has made a picture.',
    keys: 'The up arrow at the start of the field brings back what you wrote before.',
  },
  fills: {
    legend: (preset: string) => `For ${preset}`,
    ownLegend: 'For your prompt',
    needed: (name: string) => `Fill in “${name}” first.`,
  },
} as const;
