// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import { batchWords } from '#shared/i18n/en/batch.ts';
import { AddressList } from '../../../extension/features/batch/address-list.tsx';
import { createMemoryBrowser } from '../../fakes/memory-browser.ts';

afterEach(cleanup);

const words = batchWords.addresses;
const text = 'https://a.example/1.png https://a.example/2.png http://b.example:81/3.png';

/** `asked` is what the browser was asked before the press was over. */
function press(answer: Promise<boolean>) {
  const asked: string[][] = [];
  const added: (readonly string[])[] = [];
  const request = ({ origins }: { origins: string[] }) => {
    asked.push(origins);
    return answer;
  };
  Object.assign(createMemoryBrowser().parts.permissions, { request });
  render(<AddressList text={text} onText={() => {}} onAddresses={(found) => added.push(found)} />);
  fireEvent.click(screen.getByRole('button', { name: words.add(3) }));
  return { asked: [...asked], added };
}

test('asks for each host once within the press, and adds what is allowed then', async () => {
  const { asked, added } = press(Promise.resolve(true));
  expect(asked).toEqual([['https://a.example/*', 'http://b.example/*']]);
  await expect.poll(() => added.map((each) => each.length)).toEqual([3]);
});

test.each([
  ['refuses', () => Promise.resolve(false)],
  ['cannot ask', () => Promise.reject(new Error('not from a press'))],
])('says that nothing was added where the browser %s', async (_, answer) => {
  const { added } = press(answer());
  await screen.findByText(words.refused);
  expect(added).toEqual([]);
});
