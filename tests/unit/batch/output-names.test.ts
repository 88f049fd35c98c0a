import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createNamer, defaultNameTemplate, type NamedPicture } from '#shared/jobs/batch/output-names.ts';

const picture: NamedPicture = {
  folder: 'shop/spring',
  name: 'Coat (red).JPG',
  preset: 'Film noir',
  seed: 42,
  number: 7,
};

describe('names of results', () => {
  it('keep the folders and the names of the files', () => {
    expect(createNamer(defaultNameTemplate)(picture, 'png')).toBe('shop/spring/Coat (red) Film noir.png');
    expect(createNamer('{preset}/{number} {name} {seed}')(picture, 'png')).toBe(
      'Film noir/0007 Coat (red) 42.png',
    );
  });

  it('do without a folder where there is none', () => {
    expect(createNamer(defaultNameTemplate)({ ...picture, folder: '' }, 'png')).toBe(
      'Coat (red) Film noir.png',
    );
  });

  it('are told apart where a system would take them for the same', () => {
    const name = createNamer('{name}');
    const named = ['café', 'cafe\u0301', 'CAFÉ'].map((each) => name({ ...picture, name: each }, 'png'));
    expect(named).toEqual(['café.png', 'cafe\u0301 (2).png', 'CAFÉ (3).png']);
  });

  it('never lead out of the folder they are unpacked in, and are safe and unlike each other', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 90 }),
      fc.constantFrom('..', '../../etc', 'C:\\con', 'aux.png', '/', '', 'a/b', '.hidden', 'x.png/y'),
    );
    const pictures = fc.record({
      folder: texts,
      name: texts,
      preset: texts,
      seed: fc.nat(),
      number: fc.nat(),
    });
    const templates = fc.constantFrom(defaultNameTemplate, '{name}', '', '///', '../{name}', '{unknown}');
    fc.assert(
      fc.property(templates, fc.array(pictures, { maxLength: 12 }), (template, all) => {
        const name = createNamer(template);
        const paths = all.map((each) => name(each, 'png'));
        for (const path of paths) {
          const parts = path.split('/');
          expect(parts.length).toBeLessThanOrEqual(4);
          for (const part of parts) {
            expect(part).toMatch(/^[^<>:"\\|?*\p{Cc}]+$/u);
            expect(part).not.toMatch(/^\.|^(con|prn|aux|nul|com\d|lpt\d)(\.|$)|^\s|[\s.]$/i);
          }
        }
        const alike = (path: string) => path.normalize('NFC').toLowerCase();
        expect(new Set(paths.map(alike)).size).toBe(paths.length);
      }),
    );
  });
});
