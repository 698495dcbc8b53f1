// RFC 7748 X25519, for browsers that do not have it. The scalar lives for one letter, on the phone of who writes it.

const P = 2n ** 255n - 19n;
const A24 = 121665n;
const NINE = Uint8Array.from({length: 32}, (_, at) => (at === 0 ? 9 : 0));

export const publicKey = (scalar) => shared(scalar, NINE);

export function shared(scalar, point) {
  const clamped = Uint8Array.from(scalar);
  clamped[0] &= 248;
  clamped[31] = (clamped[31] & 127) | 64;
  const masked = Uint8Array.from(point);
  masked[31] &= 127;
  const k = number(clamped), u = number(masked);
  let [x2, z2, x3, z3, swap] = [1n, 0n, u, 1n, 0n];
  for (let t = 254n; t >= 0n; t--) {
    const bit = (k >> t) & 1n;
    if (swap ^ bit) [x2, x3, z2, z3] = [x3, x2, z3, z2];
    swap = bit;
    const a = mod(x2 + z2), b = mod(x2 - z2), aa = mod(a * a), bb = mod(b * b), e = mod(aa - bb);
    const da = mod(mod(x3 - z3) * a), cb = mod(mod(x3 + z3) * b);
    x3 = mod((da + cb) ** 2n);
    z3 = mod(u * (da - cb) ** 2n);
    x2 = mod(aa * bb);
    z2 = mod(e * (aa + A24 * e));
  }
  if (swap) [x2, z2] = [x3, z3];
  const result = bytes(mod(x2 * power(z2, P - 2n)));
  if (result.every((one) => one === 0)) throw new Error("no key of anybody");
  return result;
}

const mod = (a) => ((a % P) + P) % P;

function power(base, exponent) {
  let result = 1n;
  for (let e = exponent, b = base; e > 0n; e >>= 1n, b = mod(b * b)) if (e & 1n) result = mod(result * b);
  return result;
}

function number(little) {
  return little.reduceRight((sum, one) => (sum << 8n) | BigInt(one), 0n);
}

function bytes(value) {
  return Uint8Array.from({length: 32}, (_, at) => Number((value >> BigInt(8 * at)) & 255n));
}
