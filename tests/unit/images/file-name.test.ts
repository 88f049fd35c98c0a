import fc from 'fast-check';
import { expect, test } from 'vitest';
import { extensionFor, fileNameFor } from '#shared/images/file-name.ts';

test.each([
  ['My cat', 'My cat.png'],
  ['photo.webp', 'photo.png'],
  ['IMG_0042.JPEG', 'IMG_0042.png'],
  ['v1.2 final', 'v1.2 final.png'],
  ['../../etc/passwd', 'etc passwd.png'],
  ['a<b>:"c|d?*~e', 'a b c d e.png'],
  ['line\nbreak\ttab\0', 'line break tab.png'],
  ['  .hidden. ', 'hidden.png'],
  ['gpj.\u202exe', 'gpj.xe.png'],
  ['con', 'con_.png'],
  ['LPT1.old', 'LPT1_.old.png'],
  ['contact', 'contact.png'],
  ['猫の写真', '猫の写真.png'],
  ['half \ud800 pair', 'half pair.png'],
  ['', 'picture.png'],
  ['...', 'picture.png'],
  ['.png', 'picture.png'],
])('%j is saved as %j', (label, expected) => {
  expect(fileNameFor(label, 'png')).toBe(expected);
});

test('any name can be saved', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (label) => {
      const name = fileNameFor(label, 'png');
      expect(name).toMatch(/^[^\s./\\<>:"|?*~%\p{Cc}\p{Cf}][^/\\<>:"|?*~%\p{Cc}]*\.png$/u);
      expect(name).not.toMatch(/[\s.]\.png$/);
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
    }),
  );
});

test('a long row of dots takes no time', () => {
  const startMs = performance.now();
  fileNameFor(`${'.'.repeat(1_000_000)}a`, 'png');
  expect(performance.now() - startMs).toBeLessThan(1000);
});

test('uploads carry the extension of their bytes', () => {
  expect(extensionFor('image/jpeg')).toBe('jpg');
  expect(extensionFor('image/png')).toBe('png');
});
