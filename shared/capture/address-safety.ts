/** How near to this computer an address leads: itself, its network, or the world. */
export type Nearness = 'device' | 'network' | 'world';

const order: readonly Nearness[] = ['device', 'network', 'world'];

/** Names that networks keep for themselves: RFC 6761, 6762, 8375, ICANN's `.internal`, and old habits. */
const ownNames = /\.(?:local|internal|intranet|lan|home|corp|private|home\.arpa)$/;

/** IPv4 ranges that are not of the world. https://www.iana.org/assignments/iana-ipv4-special-registry */
const ranges: readonly [network: number, bits: number, nearness: Nearness][] = [
  [0x00_00_00_00, 8, 'device'],
  [0x7f_00_00_00, 8, 'device'],
  [0x0a_00_00_00, 8, 'network'],
  [0x64_40_00_00, 10, 'network'],
  [0xa9_fe_00_00, 16, 'network'],
  [0xac_10_00_00, 12, 'network'],
  [0xc0_00_00_00, 24, 'network'],
  [0xc0_a8_00_00, 16, 'network'],
  [0xc6_12_00_00, 15, 'network'],
  [0xe0_00_00_00, 3, 'network'],
];

/**
 * Whether a page may have this address read: never one that is nearer to this computer than the page itself
 * is, as browsers hold it with private networks. `data:` and `blob:` lead nowhere. A name that only
 * resolves to such an address cannot be told from here. `pageOrigin` may be "null": of the world.
 */
export function mayReach(pictureUrl: string, pageOrigin: string): boolean {
  if (/^(?:data|blob):/i.test(pictureUrl)) return true;
  return order.indexOf(nearnessOf(pictureUrl)) >= order.indexOf(nearnessOf(pageOrigin));
}

/** Where an http(s) address leads, in whatever spelling; files are of this device. */
export function nearnessOf(address: string): Nearness {
  const url = URL.parse(address);
  if (url?.protocol === 'file:') return 'device';
  // The parser has turned decimal, octal, hexadecimal and short IPv4 into four plain numbers.
  const host = url?.hostname.replace(/\.$/, '') ?? '';
  if (host.startsWith('[')) return ofIpv6(host.slice(1, -1));
  const parts = /^(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(host)?.slice(1).map(Number);
  if (parts) return ofIpv4(parts.reduce((sum, part) => sum * 256 + part, 0));
  if (host === 'localhost' || host.endsWith('.localhost')) return 'device';
  const isOwnName = ownNames.test(host) || (host !== '' && !host.includes('.'));
  return isOwnName ? 'network' : 'world';
}

function ofIpv4(address: number): Nearness {
  const isIn = (network: number, bits: number) => Math.floor((address - network) / 2 ** (32 - bits)) === 0;
  return ranges.find(([network, bits]) => isIn(network, bits))?.[2] ?? 'world';
}

/** Many ranges carry an IPv4 address inside: what counts is where that leads. */
function ofIpv6(text: string): Nearness {
  const groups = ipv6Groups(text);
  const [first = 0, second = 0, third = 0] = groups;
  const last = ((groups[6] ?? 0) * 0x1_00_00 + (groups[7] ?? 0)) >>> 0;
  const isZeroTo = (end: number) => groups.slice(0, end).every((group) => group === 0);
  if (isZeroTo(7) && last <= 1) return 'device';
  if (isZeroTo(6) || (isZeroTo(5) && groups[5] === 0xff_ff)) return ofIpv4(last);
  if (first === 0x00_64 && second === 0xff_9b) return ofIpv4(last);
  if (first === 0x20_02) return ofIpv4(second * 0x1_00_00 + third);
  const isOwn =
    (first & 0xfe_00) === 0xfc_00 || (first & 0xff_00) === 0xff_00 || (first & 0xff_80) === 0xfe_80;
  return isOwn ? 'network' : 'world';
}

/** Eight numbers of an address as the URL parser writes it. */
function ipv6Groups(text: string): number[] {
  const [head = '', tail] = text.split('::');
  const numbers = (part: string | undefined) =>
    (part ? part.split(':') : []).map((group) => Number.parseInt(group, 16));
  const [left, right] = [numbers(head), numbers(tail)];
  return [...left, ...Array<number>(Math.max(8 - left.length - right.length, 0)).fill(0), ...right];
}
