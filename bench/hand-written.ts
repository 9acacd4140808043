/**
 * The reference model as a careful programmer writes it without any tool: one loop over trials,
 * classic samplers, Math functions, no engine. It is what `npm run bench` measures Tandem against.
 */
const score95 = 1.6448536269514722;

let a = 0x9e3779b9;
let b = 0x243f6a88;
let c = 0xb7e15162;
let counter = 1;

/** The small fast counting generator (Doty-Humphrey, PractRand): 32 bits a call. */
function uniform(): number {
  const t = (((a + b) | 0) + counter) | 0;
  counter = (counter + 1) | 0;
  a = b ^ (b >>> 9);
  b = (c + (c << 3)) | 0;
  c = (((c << 21) | (c >>> 11)) + t) | 0;
  return ((t >>> 0) + 0.5) / 4294967296;
}

function normal(): number {
  return Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
}

/** Marsaglia and Tsang's gamma variate, for shapes of 1 and more. */
function gamma(shape: number): number {
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normal();
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(uniform()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}

function pert(min: number, mode: number, max: number): number {
  const x = gamma(1 + (4 * (mode - min)) / (max - min));
  const y = gamma(1 + (4 * (max - mode)) / (max - min));
  return min + ((max - min) * x) / (x + y);
}

function lognormal(p5: number, p95: number): number {
  const low = Math.log(p5);
  const high = Math.log(p95);
  return Math.exp((low + high) / 2 + ((high - low) / (2 * score95)) * normal());
}

function triangular(min: number, mode: number, max: number): number {
  const u = uniform();
  const atMode = (mode - min) / (max - min);
  return u < atMode
    ? min + Math.sqrt(u * (max - min) * (mode - min))
    : max - Math.sqrt((1 - u) * (max - min) * (max - mode));
}

export function poissonByHand(rate: number): number {
  const limit = Math.exp(-rate);
  let count = 0;
  for (let product = uniform(); product > limit; product *= uniform()) count++;
  return count;
}

const caseRate = [0.05, 0.07, 0.05];
const remediationRate = [1.1, 0.9, 0.35];
const audits = [2, 1, 1];
const exemptions = [4, 1, 0];

/** One draw of every uncertain input. */
export function drawInputs() {
  const enforcement = pert(0.5, 1, 2);
  const remediationFactor = pert(0.6, 1, 1.8);
  const effectiveness = pert(0.3, 0.6, 0.9);
  const remediationCost = lognormal(0.4, 1.6);
  const auditCost = triangular(0.15, 0.25, 0.45);
  const exemptionCost = triangular(0.05, 0.1, 0.25);
  const inflation = 0.03 + 0.01 * normal();
  const discountRate = 0.04 + 0.04 * uniform();
  const attritionBase = lognormal(20, 60) * pert(0.1, 0.27, 0.45) * pert(0.02, 0.05, 0.12);
  const isolation = pert(0.15, 0.3, 0.6);
  const disruption = lognormal(0.1, 0.9);
  const monitoring = pert(0.25, 0.4, 0.7);
  const overhaul = pert(0.4, 0.6, 1.2);
  const requests = triangular(0.05, 0.08, 0.15);
  return {
    enforcement,
    remediationFactor,
    effectiveness,
    remediationCost,
    auditCost,
    exemptionCost,
    inflation,
    discountRate,
    attritionBase,
    isolation,
    disruption,
    monitoring,
    overhaul,
    requests,
  };
}

/** What one case costs: a fine, capped, and its handling. */
export function severityByHand(): number {
  return Math.min(50, lognormal(0.8, 9.5)) + lognormal(2, 8.2);
}

/** TCO of A, B, C, the cheaper of A and B, the saving of C, and the return: one array each. */
export function runByHand(trials: number): Float64Array[] {
  const outputs = Array.from({ length: 6 }, () => new Float64Array(trials));
  for (let trial = 0; trial < trials; trial++) {
    const {
      enforcement,
      remediationFactor,
      effectiveness,
      remediationCost,
      auditCost,
      exemptionCost,
      inflation,
      discountRate,
      attritionBase,
      isolation,
      disruption,
      monitoring,
      overhaul,
      requests,
    } = drawInputs();
    const totals = [0, 0, 0];
    let monitoringValue = 0;
    for (let posture = 0; posture < 3; posture++) {
      for (let year = 1; year <= 5; year++) {
        const control = posture === 2 ? 1 - effectiveness * Math.min(1, year / 2) : 1;
        const cases = poissonByHand((caseRate[posture] ?? 0) * enforcement * control);
        let cost = 0;
        for (let i = 0; i < cases; i++) cost += severityByHand();
        cost +=
          poissonByHand((remediationRate[posture] ?? 0) * remediationFactor * control) *
          remediationCost;
        cost += attritionBase * (cases > 0 ? 1 : 0.1) * (posture === 2 ? 0.5 : 1);
        cost +=
          ((audits[posture] ?? 0) * auditCost + (exemptions[posture] ?? 0) * exemptionCost) *
          (1 + inflation) ** (year - 1);
        cost += posture === 2 ? requests / 2 + monitoring : requests;
        if (posture === 1) cost += isolation + disruption;
        if (posture === 2 && year === 1) cost += overhaul;
        const factor = (1 + discountRate) ** (1 - year);
        totals[posture] = (totals[posture] ?? 0) + cost * factor;
        if (posture === 2) monitoringValue += monitoring * factor;
      }
    }
    const [pipl = 0, pdpo = 0, dual = 0] = totals;
    const best = Math.min(pipl, pdpo);
    const results = [
      pipl,
      pdpo,
      dual,
      best,
      best - dual,
      (best - dual) / (overhaul + monitoringValue),
    ];
    for (const [index, value] of results.entries()) (outputs[index] as Float64Array)[trial] = value;
  }
  return outputs;
}

/** Mean, standard deviation and five percentiles, by sorting. */
export function summariseByHand(values: Float64Array): number[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance =
    values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
  const sorted = values.slice().sort();
  const percentiles = [0.05, 0.1, 0.5, 0.9, 0.95].map(
    (p) => sorted[Math.floor(p * (values.length - 1))] ?? NaN,
  );
  return [mean, Math.sqrt(variance), ...percentiles];
}
