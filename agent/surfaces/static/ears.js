// The phone's own microphone, for a page that is not on the device's screen: opened after consent, closed with the sentence.

let context = null;

export function canListen() {
  return window.isSecureContext && Boolean(navigator.mediaDevices?.getUserMedia) && "AudioWorkletNode" in window;
}

// Samples a second, as this phone hears. Called from a touch, or a phone would keep the sound system asleep.
export function rateHz() {
  context ??= new AudioContext();
  context.resume();
  return context.sampleRate;
}

// Hears until the talk is over: 16-bit mono PCM, a tenth of a second at a time.
export async function listenWithPage(talk) {
  const stream = await navigator.mediaDevices.getUserMedia({audio: {channelCount: 1, echoCancellation: false}});
  let tap = null;
  try {
    await context.audioWorklet.addModule("/static/tap.js");
    tap = new AudioWorkletNode(context, "tap", {numberOfOutputs: 0, channelCount: 1, channelCountMode: "explicit"});
    context.createMediaStreamSource(stream).connect(tap);
    let waiting = [], arrived = () => {};
    tap.port.onmessage = ({data}) => {
      waiting.push(data);
      arrived();
    };
    for (;;) {
      if (!waiting.length) await new Promise((resolve) => (arrived = resolve));
      const pieces = waiting;
      waiting = [];
      if (!(await talk.sound(new Blob(pieces)))) return;
    }
  } finally {
    tap?.disconnect();
    for (const track of stream.getTracks()) track.stop();
  }
}
