// Making and using a passkey: the browser's part of signing in. Nothing is kept here.

const door = document.getElementById("door"), told = document.getElementById("told");
const words = JSON.parse(told.dataset.words);
const button = document.getElementById("use") ?? document.getElementById("make");
const code = document.getElementById("code");
const PATIENCE_MS = 10_000;

const toBytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (char) => char.charCodeAt(0));
const toText = (bytes) => btoa(String.fromCharCode(...new Uint8Array(bytes))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=/g, "");

// ---- talking with the hub ----

class Refused extends Error {
  constructor(answer) {
    super(answer.error);
    this.answer = answer;
  }
}

async function post(path, content) {
  const response = await fetch(door.dataset.at + path, {
    method: "POST",
    headers: {"Content-Type": "application/json"},
    body: JSON.stringify(content),
    cache: "no-store",
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  const answer = await response.json();
  if (!response.ok) throw new Refused(answer);
  return answer;
}

// ---- the two ceremonies ----

async function use() {
  const asked = await post("/challenge", {});
  const found = await navigator.credentials.get({publicKey: {...asked, challenge: toBytes(asked.challenge)}});
  const {authenticatorData, clientDataJSON, signature, userHandle} = found.response;
  return post("", {
    next: door.dataset.next,
    passkey: plain(found, {
      authenticatorData: toText(authenticatorData),
      clientDataJSON: toText(clientDataJSON),
      signature: toText(signature),
      ...(userHandle ? {userHandle: toText(userHandle)} : {}),
    }),
  });
}

async function make() {
  const typed = {code: code.value};
  const asked = await post("/challenge", typed);
  const made = await navigator.credentials.create({publicKey: {
    ...asked,
    challenge: toBytes(asked.challenge),
    user: {...asked.user, id: toBytes(asked.user.id)},
  }});
  const {attestationObject, clientDataJSON} = made.response;
  return post("", {
    ...typed,
    passkey: plain(made, {attestationObject: toText(attestationObject), clientDataJSON: toText(clientDataJSON)}),
  });
}

const plain = (passkey, response) => ({id: passkey.id, rawId: toText(passkey.rawId), type: passkey.type, response});

// ---- the page ----

function explain(error) {
  if (error instanceof Refused) return error.answer.error === "wait" ? words.wait.replace("{seconds}", error.answer.wait_s) : words[code ? "code_refused" : "refused"];
  if (error.name === "NotAllowedError" || error.name === "AbortError") return words.stopped;
  if (error.name === "InvalidStateError") return words.has_one;
  return error.name === "TimeoutError" || error instanceof TypeError ? words.unreachable : words.cannot;
}

async function act(event) {
  event.preventDefault();
  if (!window.PublicKeyCredential) { told.textContent = words.cannot; return; }
  button.disabled = true;
  told.textContent = words.waiting;
  told.className = "told calm";
  try {
    location.replace((await (code ? make() : use())).to);
  } catch (error) {
    told.className = "told";
    told.textContent = explain(error);
    button.disabled = false;
    button.focus();
  }
}

// Disabled until here: whoever was faster than this script would have pressed a button that does nothing.
button.disabled = false;
if (code) {
  // The code travels behind the #, which no server and no log ever sees.
  if (location.hash.length > 1) {
    code.value = decodeURIComponent(location.hash.slice(1));
    history.replaceState(null, "", location.pathname + location.search);
    button.focus();
  }
  door.addEventListener("submit", act);
} else button.addEventListener("click", act);
