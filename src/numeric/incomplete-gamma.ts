import { exp, log } from './elementary.ts';
import { logGamma } from './log-gamma.ts';

/** Lower (P) and upper (Q) regularised incomplete gamma functions; P + Q = 1, each exact in its own tail. */
export interface GammaTails {
  readonly lower: number;
  readonly upper: number;
}

/** P(a, x) and Q(a, x), a > 0, x >= 0: a series below a + 1, Lentz's continued fraction above (DLMF 8.7.1, 8.9.2). */
export function incompleteGamma(a: number, x: number): GammaTails {
  if (!(x > 0)) return { lower: 0, upper: 1 };
  if (x === Infinity) return { lower: 1, upper: 0 };
  const front = exp(a * log(x) - x - logGamma(a));
  if (x < a + 1) {
    let term = 1 / a;
    let sum = term;
    for (let n = 1; n < 20000; n++) {
      term *= x / (a + n);
      sum += term;
      if (term < sum * 1e-17) break;
    }
    const lower = front * sum;
    return { lower, upper: 1 - lower };
  }
  const tiny = 1e-300;
  let b = x + 1 - a;
  let c = 1 / tiny;
  let d = 1 / b;
  let fraction = d;
  for (let n = 1; n < 20000; n++) {
    const numerator = -n * (n - a);
    b += 2;
    d = numerator * d + b;
    if (d === 0) d = tiny;
    c = b + numerator / c;
    if (c === 0) c = tiny;
    d = 1 / d;
    const step = d * c;
    fraction *= step;
    if (Math.abs(step - 1) < 1e-16) break;
  }
  const upper = front * fraction;
  return { lower: 1 - upper, upper };
}
