import { type Random, whole } from "./random.js";

/**
 * A reordering of 0 … size−1 that needs no memory: place → (step × place + shift) mod size, with a step that shares no
 * divisor with the size. Exact in doubles while size² stays below 2^53, far above any account.
 */
export class Permutation {
  readonly size: number;
  private readonly step: number;
  private readonly back: number;
  private readonly shift: number;

  constructor(size: number, random: Random) {
    this.size = Math.max(1, size);
    let step = Math.max(1, Math.floor(this.size * (0.25 + random() / 2)));
    while (commonDivisor(step, this.size) !== 1) step += 1;
    this.step = step % this.size || 1;
    this.back = inverse(this.step, this.size);
    this.shift = whole(random, this.size);
  }

  at(place: number): number {
    return (this.step * place + this.shift) % this.size;
  }

  placeOf(value: number): number {
    return (this.back * ((value - this.shift + this.size) % this.size)) % this.size;
  }
}

function commonDivisor(one: number, other: number): number {
  return other === 0 ? one : commonDivisor(other, one % other);
}

/** The number that undoes a multiplication by `step` modulo `size`, by Euclid's extended algorithm. */
function inverse(step: number, size: number): number {
  let [left, right] = [step, size];
  let [now, next] = [1, 0];
  while (right !== 0) {
    const times = Math.floor(left / right);
    [left, right] = [right, left - times * right];
    [now, next] = [next, now - times * next];
  }
  return ((now % size) + size) % size;
}
