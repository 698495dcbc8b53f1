// Talks to the agent on this device: posts with the page's token, answers as server-sent events. Nothing goes elsewhere.

let token = document.querySelector('meta[name="tingche-page"]').content;

export class Refused extends Error {
  constructor(status, reason) {
    super(reason);
    this.status = status;
    this.reason = reason;
  }
}

async function post(path, said = {}, signal) {
  const headers = {"content-type": "application/json", "x-tingche-page": token};
  const answer = await fetch(path, {method: "POST", headers, body: JSON.stringify(said), signal, cache: "no-store"});
  if (answer.ok) return answer;
  const {refused = ""} = await answer.json().catch(() => ({}));
  throw new Refused(answer.status, refused);
}

async function* events(answer) {
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const {value, done} = await reader.read();
    if (done) return;
    const pieces = (rest + value).split("\n\n");
    rest = pieces.pop();
    for (const piece of pieces) yield JSON.parse(piece.slice("data: ".length));
  }
}

// One wish. `told(event)` sees every event; `asked(question)` gives the answer, or a promise of it.
export class Talk {
  #stop = new AbortController();
  #id = null;
  #released = false;
  #lost = false;

  // Throws where the agent refused, went away, or did not get an answer; AbortError after `drop`.
  async run(wish, told, asked = () => ({})) {
    try {
      await this.#read(wish, told, asked);
    } catch (error) {
      throw this.#lost ? new Error("an answer was lost") : error;
    }
  }

  async #read(wish, told, asked) {
    const answer = await post("/api/talk", wish, this.#stop.signal);
    for await (const event of events(answer)) {
      if (event.event === "talk") {
        this.#id = event.id;
        if (this.#released) this.release();
      } else if (event.question) {
        Promise.resolve(asked(event)).then((said) => this.#answer(said));
      } else {
        told(event);
      }
    }
  }

  // The person let go of the button, or touched "done".
  release() {
    this.#released = true;
    if (this.#id) post("/api/release", {talk: this.#id}).catch(() => {});
  }

  // A moment of sound from this page's own microphone; false when nobody listens any more.
  async sound(pcm) {
    const headers = {"content-type": "application/octet-stream", "x-tingche-page": token, "x-tingche-talk": this.#id};
    const answer = await fetch("/api/sound", {method: "POST", headers, body: pcm, signal: this.#stop.signal, cache: "no-store"});
    return answer.ok && !this.#released;
  }

  // Nothing is kept of it.
  drop() {
    this.#stop.abort();
  }

  #answer(said) {
    if (!said) return;
    post("/api/answer", {talk: this.#id, answer: said}).catch(() => {
      this.#lost = true;
      this.drop();
    });
  }
}

// One wish that is over with one event of these names; throws {kind, message} where it failed.
export async function wish(said, ...names) {
  let found = null;
  await new Talk().run(said, (event) => {
    if (event.event === "error") throw event;
    if (names.includes(event.event)) found = event;
  });
  return found;
}

// The agent's state, again and again for as long as the page lives; `told(null)` says that the agent is not there.
export async function follow(told, renewed) {
  for (;;) {
    try {
      for await (const event of events(await post("/api/state"))) told(event);
    } catch (error) {
      if (error instanceof Refused && error.status === 403) renewed();
    }
    told(null);
    await new Promise((resolve) => setTimeout(resolve, 2000));
  }
}

// A question is in front of a person from now on: until then nobody was asked.
export function seen(question) {
  post("/api/seen", {question}).catch(() => {}); // the agent is away: the page is loaded anew when it is back
}

// This visit is over: the agent forgets what the page was allowed to see, and the page goes on under a new token. A phone
// that gave its one feedback gets none: false.
export async function end() {
  token = (await (await post("/api/end")).json()).token;
  return Boolean(token);
}

// What the screen shows for phones to scan.
export async function invitation() {
  return (await post("/api/invitation")).json();
}
