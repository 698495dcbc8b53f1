// A receipt that the phone makes itself: 128 random bits as 26 characters, and the short code that follows from them.

const CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

export function freshSecret() {
  return written(crypto.getRandomValues(new Uint8Array(16)), 26);
}

export async function codeOf(secret) {
  const told = new TextEncoder().encode(`tingche/v1/receipt-code\0${secret}`);
  const short = written(new Uint8Array(await crypto.subtle.digest("SHA-256", told)), 8);
  return `TC-${short.slice(0, 4)}-${short.slice(4)}`;
}

// The first so many characters of base 32, most significant bits first, zero bits appended.
function written(raw, length) {
  let text = "", bits = 0, value = 0;
  for (const one of [...raw, 0, 0]) {
    value = (value << 8) | one;
    bits += 8;
    while (bits >= 5 && text.length < length) {
      bits -= 5;
      text += CROCKFORD[(value >> bits) & 31];
    }
    value &= (1 << bits) - 1;
  }
  return text;
}
