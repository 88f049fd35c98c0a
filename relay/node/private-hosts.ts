import { lookup as lookupByCallback } from 'node:dns';
import { lookup } from 'node:dns/promises';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/** Networks that are not the public internet (IANA special-purpose registries, RFC 6890). */
const privateNetworks4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '224.0.0.0/4',
  '240.0.0.0/4',
];

/** With the prefixes that carry an IPv4 address onwards: NAT64, 6to4 and Teredo. */
const privateNetworks6 = [
  '::/127',
  '64:ff9b::/96',
  '2001::/32',
  '2002::/16',
  'fc00::/7',
  'fe80::/10',
  'fec0::/10',
  'ff00::/8',
];

const privateNetworks = new BlockList();
for (const network of privateNetworks4) addNetwork(network, 'ipv4');
for (const network of privateNetworks6) addNetwork(network, 'ipv6');

function addNetwork(network: string, family: 'ipv4' | 'ipv6'): void {
  const [address = '', prefix] = network.split('/');
  privateNetworks.addSubnet(address, Number(prefix), family);
}

/** Whether any address of this URL host name is private. Rejects when the name resolves to nothing. */
export async function isPrivateHost(hostname: string): Promise<boolean> {
  const addresses = await lookup(hostname.replace(/^\[|\]$/g, ''), { all: true });
  return addresses.some(({ address, family }) => isPrivateAddress(address, family === 6 ? 'ipv6' : 'ipv4'));
}

/** `BlockList` sees through IPv4-mapped IPv6 addresses by itself. */
function isPrivateAddress(address: string, family: 'ipv4' | 'ipv6'): boolean {
  return privateNetworks.check(address, family);
}

/**
 * A look-up for connections to where a stranger points: the very address that is connected to is the one that
 * was checked, so a name that changes its mind in between gains nothing. Addresses in figures are never
 * looked up; `isPrivateHost` is for them.
 */
export const lookupPublic: LookupFunction = (hostname, options, done) => {
  lookupByCallback(hostname, options, (error, address, family) => {
    const found = Array.isArray(address) ? address : [{ address, family }];
    if (!error && found.some((one) => isPrivateAddress(one.address, familyOf(one.address)))) {
      done(Object.assign(new Error('A private address'), { code: 'EPRIVATE' }), '');
      return;
    }
    done(error, address, family);
  });
};

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIP(address) === 6 ? 'ipv6' : 'ipv4';
}
