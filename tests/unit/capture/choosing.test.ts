import { describe, expect, it } from 'vitest';
import { largerGuesses } from '#shared/capture/larger-guesses.ts';
import { isWorthWaiting } from '#shared/capture/patience.ts';
import { hasSameShape, lookSize, looksAlike } from '#shared/capture/same-picture.ts';
import { isScreenEnough } from '#shared/capture/screen-enough.ts';

describe('a larger picture', () => {
  it.each([
    ['https://x.org/w/thumb/a/ab/Cat.jpg/320px-Cat.jpg', 'https://x.org/w/a/ab/Cat.jpg'],
    ['https://x.org/2024/05/cat-300x200.jpg', 'https://x.org/2024/05/cat.jpg'],
    ['https://x.org/cat_300x.jpg?v=1', 'https://x.org/cat.jpg?v=1'],
    ['https://x.org/cat.jpg?w=300&v=1', 'https://x.org/cat.jpg?v=1'],
    [
      'https://pbs.twimg.com/media/Cat?format=jpg&name=small',
      'https://pbs.twimg.com/media/Cat?format=jpg&name=orig',
    ],
    ['https://i.pinimg.com/236x/aa/cat.jpg', 'https://i.pinimg.com/originals/aa/cat.jpg'],
    ['https://lh3.googleusercontent.com/cat=w300-h200', 'https://lh3.googleusercontent.com/cat=s0'],
  ])('is guessed from %s', (small, larger) => expect(largerGuesses(small)).toContain(larger));

  it.each([
    'https://x.org/cat.jpg',
    'https://x.org/cat.jpg?w=300&X-Amz-Signature=12',
    'https://x.org/cat.jpg?w=300&s=abcdef',
    'data:image/png;base64,AAAA',
    'not an address',
  ])('is not guessed from %s', (address) => expect(largerGuesses(address)).toEqual([]));
});

describe('two pictures', () => {
  const look = (brightness: (x: number, y: number) => number) => {
    const rgba = new Uint8ClampedArray(lookSize.widthPx * lookSize.heightPx * 4);
    for (let i = 0; i < rgba.length; i += 4) {
      const [x, y] = [(i / 4) % lookSize.widthPx, Math.floor(i / 4 / lookSize.widthPx)];
      rgba.fill(brightness(x, y), i, i + 3);
    }
    return rgba;
  };
  const waves = look((x, y) => 128 + 60 * Math.sin(x * 1.3 + y));

  it('look alike when one is a little brighter or pressed harder', () => {
    expect(
      looksAlike(
        waves,
        look((x, y) => 135 + 55 * Math.sin(x * 1.3 + y)),
      ),
    ).toBe(true);
  });

  it('do not when they show something else', () => {
    expect(
      looksAlike(
        waves,
        look((x, y) => 128 + 60 * Math.sin(x * 0.4 - y * 2)),
      ),
    ).toBe(false);
  });

  it('have the same shape up to rounding', () => {
    expect(hasSameShape({ widthPx: 300, heightPx: 200 }, { widthPx: 1201, heightPx: 800 })).toBe(true);
    expect(hasSameShape({ widthPx: 300, heightPx: 200 }, { widthPx: 800, heightPx: 800 })).toBe(false);
  });
});

describe('the screen', () => {
  it('is enough for a small picture in full, and for as much as workflows use', () => {
    expect(isScreenEnough({ seenAreaPx: 60_000, widthPx: 300, heightPx: 200 })).toBe(true);
    expect(isScreenEnough({ seenAreaPx: 1_000_000, widthPx: 6000, heightPx: 4000 })).toBe(true);
  });

  it('is not where the file has much more, or might have', () => {
    expect(isScreenEnough({ seenAreaPx: 60_000, widthPx: 1200, heightPx: 800 })).toBe(false);
    expect(isScreenEnough({ seenAreaPx: 200_000, widthPx: 0, heightPx: 0 })).toBe(false);
  });
});

describe('waiting', () => {
  it.each([
    ['whatever comes, at first', { receivedBytes: 0, totalBytes: null, elapsedMs: 3_400 }, true],
    ['for a file that is nearly there', { receivedBytes: 5e6, totalBytes: 9e6, elapsedMs: 6_000 }, true],
    [
      'not for one that never says its end',
      { receivedBytes: 5e6, totalBytes: null, elapsedMs: 4_100 },
      false,
    ],
    ['not for one that comes byte by byte', { receivedBytes: 4, totalBytes: 9e6, elapsedMs: 4_100 }, false],
    ['not for one of which nothing comes', { receivedBytes: 0, totalBytes: 100, elapsedMs: 4_100 }, false],
  ])('is done %s', (_, progress, expected) => expect(isWorthWaiting(progress)).toBe(expected));
});
