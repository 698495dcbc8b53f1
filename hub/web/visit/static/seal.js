// HPKE (RFC 9180), base mode: DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-256-GCM. What is sealed here only the kiosk opens.

import {publicKey, shared} from "./x25519.js";

const UTF8 = new TextEncoder();
const KEM = join(UTF8.encode("KEM"), [0, 0x20]);
const SUITE = join(UTF8.encode("HPKE"), [0, 0x20, 0, 1, 0, 2]);
const VERSION = UTF8.encode("HPKE-v1");
const NOTHING = new Uint8Array();

// enc (32 bytes), then the sealed bytes and their tag of 16.
export async function seal(plain, receiver, info) {
  const [mine, enc] = await pair();
  const dh = await agreed(mine, receiver);
  const inner = await extract(KEM, NOTHING, "eae_prk", dh);
  const secret = await expand(KEM, inner, "shared_secret", join(enc, receiver), 32);
  const context = join([0], await extract(SUITE, NOTHING, "psk_id_hash", NOTHING), await extract(SUITE, NOTHING, "info_hash", info));
  const prk = await extract(SUITE, secret, "secret", NOTHING);
  const key = await crypto.subtle.importKey("raw", await expand(SUITE, prk, "key", context, 32), "AES-GCM", false, ["encrypt"]);
  const iv = await expand(SUITE, prk, "base_nonce", context, 12);
  return join(enc, new Uint8Array(await crypto.subtle.encrypt({name: "AES-GCM", iv}, key, plain)));
}

// The browser's own curve where it has one; older ones get ours.
async function pair() {
  try {
    const made = await crypto.subtle.generateKey("X25519", false, ["deriveBits"]);
    return [made.privateKey, new Uint8Array(await crypto.subtle.exportKey("raw", made.publicKey))];
  } catch {
    const scalar = crypto.getRandomValues(new Uint8Array(32));
    return [scalar, publicKey(scalar)];
  }
}

async function agreed(mine, receiver) {
  if (mine instanceof Uint8Array) return shared(mine, receiver);
  const theirs = await crypto.subtle.importKey("raw", receiver, "X25519", false, []);
  return new Uint8Array(await crypto.subtle.deriveBits({name: "X25519", public: theirs}, mine, 256));
}

async function hmac(key, data) {
  const made = await crypto.subtle.importKey("raw", key.length ? key : new Uint8Array(32), {name: "HMAC", hash: "SHA-256"}, false, ["sign"]);
  return new Uint8Array(await crypto.subtle.sign("HMAC", made, data));
}

const extract = (suite, salt, label, secret) => hmac(salt, join(VERSION, suite, UTF8.encode(label), secret));

// One block is enough for every length here.
async function expand(suite, key, label, info, length) {
  const told = join([0, length], VERSION, suite, UTF8.encode(label), info);
  return (await hmac(key, join(told, [1]))).slice(0, length);
}

export function join(...parts) {
  const whole = new Uint8Array(parts.reduce((sum, one) => sum + one.length, 0));
  let at = 0;
  for (const one of parts) {
    whole.set(one, at);
    at += one.length;
  }
  return whole;
}
