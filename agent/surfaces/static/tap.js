// Runs beside the sound: gathers a tenth of a second, as 16-bit little-endian PCM.

const PIECE = Math.round(sampleRate / 10);

class Tap extends AudioWorkletProcessor {
  #piece = new Int16Array(PIECE);
  #filled = 0;

  process([[samples]]) {
    for (const sample of samples ?? []) {
      this.#piece[this.#filled] = Math.max(-32768, Math.min(32767, Math.round(sample * 32767)));
      this.#filled += 1;
      if (this.#filled === PIECE) {
        this.port.postMessage(this.#piece.buffer, [this.#piece.buffer]);
        this.#piece = new Int16Array(PIECE);
        this.#filled = 0;
      }
    }
    return true;
  }
}

registerProcessor("tap", Tap);
