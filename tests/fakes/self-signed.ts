import { generateKeyPairSync, sign } from 'node:crypto';

/** One element of DER (ITU-T X.690): tag, length, content. */
function der(tag: number, ...content: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(content);
  return Buffer.concat([Buffer.from([tag, ...lengthOf(body)]), body]);
}

/** In as few bytes as it takes: Chromium refuses to read a certificate otherwise. */
function lengthOf({ length }: Buffer): number[] {
  if (length < 0x80) return [length];
  return length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
}

const [sequence, set, integer, bits, objectId, utf8, utcTime, generalTime] = [
  0x30, 0x31, 0x02, 0x03, 0x06, 0x0c, 0x17, 0x18,
];
const ecdsaWithSha256 = der(
  sequence,
  der(objectId, Buffer.from([0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02])),
);
const commonName = der(objectId, Buffer.from([0x55, 0x04, 0x03]));

/** A certificate that nobody has signed but its own key (RFC 5280), as PEM: what a device does not trust. */
export function selfSigned(name: string): { key: string; cert: string } {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const subject = der(sequence, der(set, der(sequence, commonName, der(utf8, Buffer.from(name)))));
  const toBeSigned = der(
    sequence,
    der(integer, Buffer.from([1])),
    ecdsaWithSha256,
    subject,
    der(
      sequence,
      der(utcTime, Buffer.from('250101000000Z')),
      der(generalTime, Buffer.from('20990101000000Z')),
    ),
    subject,
    publicKey.export({ type: 'spki', format: 'der' }),
  );
  const signature = sign('sha256', toBeSigned, privateKey);
  const whole = der(sequence, toBeSigned, ecdsaWithSha256, der(bits, Buffer.from([0]), signature));
  const lines = whole.toString('base64').replace(/.{64}(?=.)/g, '$&\n');
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
  };
}
