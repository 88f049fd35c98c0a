import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findDefaultPictures, findSubstitutions } from '#shared/engines/comfydeploy/substitution.ts';

const file = 'https://bucket.s3.us-east-2.amazonaws.com/inputs/img_7kQ2.png';
const signed = `${file}?X-Amz-Signature=abc&X-Amz-Date=1`;
const inline = 'data:image/png;base64,AAAA';

it.each<[string, string | number | boolean, unknown]>([
  ['equal text', 'noir', 'noir'],
  ['a number that came back as text', 42, '42'],
  ['a fraction through 32 bits', 0.8, 0.800000011920929],
  ['a boolean', true, true],
  ['a link signed anew', file, signed],
  ['a signed link signed anew', `${file}?X-Amz-Signature=old`, signed],
  ['an inline picture that became a file', inline, file],
])('finds nothing in %s', (_, sent, recorded) => {
  expect(findSubstitutions({ x: sent }, { x: recorded, restyle_nonce: 'n' })).toBeNull();
});

it.each<[string, string | number | boolean, unknown, string]>([
  ['another seed', 42, 43, 'changed'],
  ['a large seed that differs in its last digit', 4294967295, 4294967294, 'changed'],
  ['a clamped strength', 0.8, 1, 'changed'],
  ['another prompt', 'noir', 'watercolour', 'changed'],
  ['another picture', file, 'https://elsewhere.example.com/inputs/img_7kQ2.png', 'changed'],
  ['another query without a signature', `${file}?v=1`, `${file}?v=2`, 'changed'],
  ['no value', 'noir', undefined, 'missing'],
  ['null', 42, null, 'missing'],
  ['an inline picture left as text', inline, inline, 'unreadable'],
  ['an inline picture lost', inline, ['20', 0], 'changed'],
  ['a number that became nothing', 0, '', 'changed'],
])('finds %s', (_, sent, recorded, kind) => {
  expect(findSubstitutions({ x: sent, y: 1 }, { x: recorded, y: 1 })).toEqual([{ inputId: 'x', kind }]);
});

it('finds nothing in a faithful record of anything', () => {
  const value = fc.oneof(
    fc.string().filter((text) => !/^data:/i.test(text)),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
  );
  fc.assert(
    fc.property(fc.dictionary(fc.string(), value, { noNullPrototype: true }), (sent) => {
      expect(findSubstitutions(sent, JSON.parse(JSON.stringify(sent)))).toBeNull();
    }),
  );
});

const ownPicture = 'https://bucket.s3.us-east-2.amazonaws.com/defaults/sheep.png';
const pictureInput = {
  id: 'picture',
  label: 'Picture',
  hint: '',
  kind: 'picture',
  defaultUrl: ownPicture,
} as const;

it.each<[string, { sent: string; recorded: string; output: string | null }, string[]]>([
  ['ours throughout', { sent: file, recorded: file, output: null }, []],
  ['its own in place of an inline one', { sent: inline, recorded: ownPicture, output: null }, ['picture']],
  ['its own come out untouched', { sent: file, recorded: file, output: `${ownPicture}?v=1` }, ['picture']],
  ['its own because it was asked for', { sent: ownPicture, recorded: ownPicture, output: ownPicture }, []],
])('tells of the default picture of a workflow that used %s', (_, { sent, recorded, output }, told) => {
  const run = {
    inputs: { picture: recorded },
    output: output === null ? null : { url: output, fileName: 'x' },
  };
  expect(findDefaultPictures({ picture: sent }, run, [pictureInput])).toEqual(told);
});
