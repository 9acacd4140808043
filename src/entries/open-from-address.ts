import type { TandemCalculator } from '../components/tandem-calculator.ts';
import { readLink, writeLink } from '../site/share-link.ts';

/** The scenario that stands in the page itself. */
const inPage = 'published.json';
/** What may be given after `?`, as the attribute of the same name. */
const attributes = ['view', 'trials', 'seed', 'currency', 'readonly'];

/**
 * Opens what the address of the page names: `?scenario=NAME`, a file of the folder `scenarios`
 * beside it, or the scenario and changes of a link after `#`. Another address cannot be given:
 * else anyone could show figures of their own under the name of this page's server.
 */
export async function openFromAddress(
  calculator: TandemCalculator,
  { search, hash }: Pick<Location, 'search' | 'hash'>,
): Promise<void> {
  const given = new URLSearchParams(search);
  for (const name of attributes) {
    const value = given.get(name);
    if (value !== null) calculator.setAttribute(name, value);
  }
  const scenario = `${given.get('scenario')?.replace(/\.json$/, '') ?? 'published'}.json`;
  open(calculator, scenario);
  const state = await readLink(hash);
  if (state === null) return;
  open(calculator, state.scenario);
  calculator.changes = state.changes;
}

function open(calculator: TandemCalculator, scenario: string): void {
  if (!/^[\w-]+\.json$/.test(scenario))
    throw new Error('a scenario is named by its file in the folder "scenarios", without a path');
  if (scenario === inPage) calculator.removeAttribute('src');
  else calculator.setAttribute('src', `scenarios/${scenario}`);
  calculator.linkTo = async (changes) => {
    const address = new URL(location.href);
    address.hash = await writeLink({ scenario, changes });
    return address.href;
  };
}
