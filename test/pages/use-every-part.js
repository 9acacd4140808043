// Runs in a page: uses all that a page fetches later, again until it is there, and tells what came of it.

const calculator = document.querySelector('tandem-calculator');
const asked = {};
const faults = [];
addEventListener('error', ({ message }) => faults.push(message));
addEventListener('unhandledrejection', ({ reason }) => faults.push(String(reason)));

/** All elements that match, in shadow roots too. */
function all(selector, root = document) {
  const found = [...root.querySelectorAll(selector)];
  for (const { shadowRoot } of root.querySelectorAll('*'))
    if (shadowRoot !== null) found.push(...all(selector, shadowRoot));
  return found;
}
const one = (selector) => all(selector)[0];
const button = (text) => all('button').find(({ textContent }) => textContent.includes(text));

const rest = (time) => new Promise((resolve) => setTimeout(resolve, time));

const isBusy = () => calculator.renderRoot?.querySelector('progress') != null;

/** Asks, and again where nothing comes of it: each part that is needed may fail by itself. */
async function until(name, ask, isThere) {
  for (let times = 1; times <= 40; times++) {
    asked[name] = times;
    await ask();
    // Something may be told only a little later; a run that is under way would begin anew.
    for (let waited = 0; waited < 12 || isBusy(); waited++) {
      if (isThere()) return;
      await rest(50);
    }
  }
  throw new Error(`${name} never came`);
}

const run = () => calculator.run();
const isDefined = (name) => customElements.get(name) !== undefined;
const opened = (details) => () => {
  const each = one(details);
  if (each === undefined) return;
  each.open = false;
  return rest(50).then(() => (each.open = true));
};
/** Makes a file, over and over where that fails. */
async function file(kind) {
  let size = 0;
  await until(
    kind,
    () =>
      calculator.exportAs(kind).then(
        (blob) => (size = blob.size),
        () => {},
      ),
    () => size > 0,
  );
}

async function useAll() {
  await customElements.whenDefined('tandem-calculator');
  calculator.trials = 4000;
  calculator.src = '/scenarios/retailer.json';
  await until('result', run, () => calculator.result?.law !== undefined);
  await until('inputs', run, () => isDefined('tandem-input'));
  await until('law', run, () => isDefined('tandem-law') && isDefined('tandem-register'));
  await until('decision', run, () => isDefined('tandem-decision'));
  await until(
    'findings',
    () => {
      one('tandem-decision')?.scrollIntoView();
      button('Try again')?.click();
    },
    () => one('tandem-findings [data-fold]') !== undefined || one('[data-picture]') !== undefined,
  );
  for (const label of ['Chance of exceeding', 'Histogram', 'What it is made of']) {
    const drawn = () => all('desc', one('tandem-views:not([compact])').shadowRoot)[0]?.textContent;
    const before = drawn();
    await until(
      label,
      () => button(label).click(),
      () => drawn() !== before,
    );
  }
  await until(
    'how a row comes about',
    () => one('tandem-comparison').shadowRoot.querySelector('tbody button').click(),
    () =>
      one('tandem-comparison').shadowRoot.querySelector('tr:not(.strong) td[colspan] p') !== null,
  );
  await until('what moves together', opened('details.together'), () =>
    isDefined('tandem-correlations'),
  );
  await until('what is kept', opened('details.kept'), () => isDefined('tandem-library'));
  await until(
    'evidence',
    () => {
      const why = button('Why this value?');
      if (why.getAttribute('aria-expanded') === 'true') why.click();
      return rest(100).then(() => why.click());
    },
    () => one('tandem-evidence')?.shadowRoot.querySelector('li') != null,
  );
  for (const kind of ['csv', 'report', 'xlsx', 'sipmath']) await file(kind);
  await until(
    'a picture as a file',
    () => one('[aria-label="Save picture as SVG"]').click(),
    () => all('.said').some(({ textContent }) => textContent.startsWith('Saved as')),
  );
}

const failure = await useAll().then(
  () => '',
  (error) => String(error),
);
await fetch('/told', {
  method: 'POST',
  body: JSON.stringify({ asked, failure, faults, agent: navigator.userAgent }),
});
