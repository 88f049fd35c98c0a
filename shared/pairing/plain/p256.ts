import type { Bytes } from '#shared/ports.ts';

/** The curve P-256 (SP 800-186, 3.2.1.3). Written without literals of BigInt, which the panel's build refuses. */
const zero = BigInt(0);
const one = BigInt(1);
const two = BigInt(2);
const three = BigInt(3);
const p = BigInt('0xffffffff00000001000000000000000000000000ffffffffffffffffffffffff');
const order = BigInt('0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551');
const b = BigInt('0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604b');
const base: Point = [
  BigInt('0x6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296'),
  BigInt('0x4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5'),
];

/** `null` is the point at infinity. */
type Point = readonly [x: bigint, y: bigint] | null;

/** A private key from random bytes; `null` for the few numbers that are none. */
export function privateKeyOf(bytes: Uint8Array): bigint | null {
  const key = numberOf(bytes);
  return key === zero || key >= order ? null : key;
}

export function publicKeyOf(privateKey: bigint): Bytes {
  const [x, y] = multiplied(base, privateKey) ?? [zero, zero];
  return Uint8Array.from([4, ...bytesOf(x), ...bytesOf(y)]);
}

/** The x of both sides' common point (SP 800-56A, 5.7.1.2). Throws for what is no point of the curve. */
export function agreedSecret(privateKey: bigint, otherPublicKey: Uint8Array): Bytes {
  const shared = multiplied(pointOf(otherPublicKey), privateKey);
  if (!shared) throw new Error('The keys have no secret in common');
  return bytesOf(shared[0]);
}

function pointOf(bytes: Uint8Array): Point {
  const [x, y] = [numberOf(bytes.subarray(1, 33)), numberOf(bytes.subarray(33))];
  const isOnCurve = modulo(y * y - (x * x - three) * x - b) === zero;
  if (bytes.length !== 65 || bytes[0] !== 4 || x >= p || y >= p || !isOnCurve)
    throw new Error('The key is no point of the curve');
  return [x, y];
}

function multiplied(point: Point, factor: bigint): Point {
  let sum: Point = null;
  let power = point;
  for (let rest = factor; rest > zero; rest /= two) {
    if (rest % two === one) sum = added(sum, power);
    power = added(power, power);
  }
  return sum;
}

function added(left: Point, right: Point): Point {
  if (!left || !right) return left ?? right;
  const [[x1, y1], [x2, y2]] = [left, right];
  if (x1 === x2 && y1 !== y2) return null;
  const slope = x1 === x2 ? three * (x1 * x1 - one) * inverse(two * y1) : (y2 - y1) * inverse(x2 - x1);
  const x = modulo(slope * slope - x1 - x2);
  return [x, modulo(slope * (x1 - x) - y1)];
}

function modulo(value: bigint): bigint {
  const rest = value % p;
  return rest < zero ? rest + p : rest;
}

/** By Euclid's extended algorithm. */
function inverse(value: bigint): bigint {
  let [rest, divisor] = [modulo(value), p];
  let [factor, next] = [one, zero];
  while (divisor > zero) {
    const times = rest / divisor;
    [rest, divisor] = [divisor, rest - times * divisor];
    [factor, next] = [next, factor - times * next];
  }
  return modulo(factor);
}

function numberOf(bytes: Uint8Array): bigint {
  return BigInt(`0x0${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}`);
}

function bytesOf(value: bigint): Bytes {
  const hex = value.toString(16).padStart(64, '0');
  return Uint8Array.from({ length: 32 }, (_, index) =>
    Number.parseInt(hex.slice(index * 2, index * 2 + 2), 16),
  );
}
