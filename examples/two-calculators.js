// What the page does with the results is its own: both are plain objects, as `tandem run --format json` prints them.
const calculators = [...document.querySelectorAll('tandem-calculator')];
const money = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });

document.addEventListener('tandem-result', () => {
  const means = calculators.map(({ result }) => result?.outputs.tco.dual.mean);
  if (means.includes(undefined)) return;
  const [inTime, late] = means;
  document.querySelector('#difference').textContent =
    `Being late costs HK$${money.format((late - inTime) / 1e6)} million more with dual compliance, on average.`;
});
