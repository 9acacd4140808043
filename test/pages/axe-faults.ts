import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright';

/** What axe is to look at; colours alone where a page differs from one that was looked at in nothing else. */
interface Looked {
  /** Names of elements inside the calculator; the whole page unless given. */
  readonly inside?: readonly string[];
  readonly for?: 'everything' | 'colours' | 'all but colours';
}

/** What axe says is wrong with a page: the rule, where, and why. */
export async function faultsOf(
  page: Page,
  { for: what = 'everything', inside = [] }: Looked = {},
): Promise<readonly string[]> {
  const builder = new AxeBuilder({ page });
  // Axe takes its time: what another test looks at already is left out.
  for (const name of inside) builder.include({ fromShadowDom: ['tandem-calculator', name] });
  // Only what is wrong is described: to describe all that is right takes longer than to find it.
  builder.options({
    resultTypes: ['violations'],
    ...(what === 'colours' ? { runOnly: ['color-contrast', 'link-in-text-block'] } : {}),
    ...(what === 'all but colours' ? { rules: { 'color-contrast': { enabled: false } } } : {}),
  });
  const { violations } = await builder.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) => `${id} at ${target.flat().join(' ')}: ${failureSummary}`,
    ),
  );
}

const looks = {
  'in light colours': {
    for: 'everything',
    become: (page) => page.emulateMedia({ colorScheme: 'light' }),
  },
  'in dark colours': {
    for: 'colours',
    become: (page) => page.emulateMedia({ colorScheme: 'dark' }),
  },
  'on a phone': {
    for: 'all but colours',
    become: (page) => page.setViewportSize({ width: 390, height: 844 }),
  },
} as const satisfies Record<
  string,
  { readonly for: Looked['for']; readonly become: (page: Page) => Promise<void> }
>;

/**
 * The same of one page in several looks: what was unfolded and chosen in it stays as it is, so that
 * a state is brought about once. Each fault is told with the look that it is found in.
 */
export async function faultsInLooks(
  page: Page,
  inside: readonly string[] = [],
  wanted = Object.keys(looks) as readonly (keyof typeof looks)[],
): Promise<readonly string[]> {
  const all: string[] = [];
  for (const name of wanted) {
    const look = looks[name];
    await look.become(page);
    // Pictures are laid out anew for another width.
    await page.waitForTimeout(500);
    const faults = await faultsOf(page, { inside, for: look.for });
    all.push(...faults.map((fault) => `${name}: ${fault}`));
  }
  return all;
}
