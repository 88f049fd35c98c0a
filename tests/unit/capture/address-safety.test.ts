import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mayReach, nearnessOf } from '#shared/capture/address-safety.ts';
import { privateAddresses } from '../../corpus/private-addresses.ts';

const page = 'https://www.example.com';

describe('an address on this device or its network', () => {
  it.each(privateAddresses)('is not read for a page of the world: %s', (url) => {
    expect(mayReach(url, page)).toBe(false);
    expect(mayReach(url, 'null')).toBe(false);
  });

  it('is read for a page that is there itself', () => {
    expect(mayReach('http://192.168.1.20/a.jpg', 'http://192.168.1.1')).toBe(true);
    expect(mayReach('http://localhost:8080/a.jpg', 'http://127.0.0.1:3000')).toBe(true);
    expect(mayReach('http://192.168.1.20/a.jpg', 'http://localhost')).toBe(true);
    expect(mayReach('file:///pictures/a.jpg', 'file://')).toBe(true);
  });

  it('is not read for a page that is further away than it', () => {
    expect(mayReach('http://127.0.0.1/a.jpg', 'http://192.168.1.1')).toBe(false);
    expect(mayReach('file:///pictures/a.jpg', 'http://192.168.1.1')).toBe(false);
  });

  it('is known in every number an address may be written as', () => {
    const isPrivate = fc.oneof(
      fc.integer({ min: 0x0a_00_00_00, max: 0x0a_ff_ff_ff }),
      fc.integer({ min: 0x7f_00_00_00, max: 0x7f_ff_ff_ff }),
      fc.integer({ min: 0xc0_a8_00_00, max: 0xc0_a8_ff_ff }),
    );
    const spelling = fc.constantFrom(
      (n: number) => String(n),
      (n: number) => `0x${n.toString(16)}`,
      (n: number) => `0${n.toString(8)}`,
      (n: number) => [24, 16, 8, 0].map((shift) => `0${((n >>> shift) & 255).toString(8)}`).join('.'),
      (n: number) => `${n >>> 24}.${n & 0xff_ff_ff}`,
      (n: number) => `[::ffff:${(n >>> 16).toString(16)}:${(n & 0xff_ff).toString(16)}]`,
      (n: number) => `[64:ff9b::${(n >>> 16).toString(16)}:${(n & 0xff_ff).toString(16)}]`,
    );
    fc.assert(
      fc.property(isPrivate, spelling, (address, spell) => {
        expect(mayReach(`http://${spell(address)}/a.jpg`, page)).toBe(false);
      }),
    );
  });
});

describe('an address of the world', () => {
  it.each([
    'https://cdn.example.com/a.jpg',
    'http://8.8.8.8/a.jpg',
    'http://172.32.0.1/a.jpg',
    'http://100.128.0.1/a.jpg',
    'http://[2606:4700::1111]/a.jpg',
    'https://localhost.example.com/a.jpg',
    'https://internal.example.com/a.jpg',
    'https://xn--bcher-kva.example/a.jpg',
  ])('may be read: %s', (url) => expect(nearnessOf(url)).toBe('world'));

  it.each(['data:image/png;base64,AAAA', 'blob:https://www.example.com/1'])(
    'so may what leads nowhere: %s',
    (url) => expect(mayReach(url, page)).toBe(true),
  );
});
