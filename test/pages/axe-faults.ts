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

const looks = [
  {
    name: 'in light colours',
    sees: 'everything',
    become: (page) => page.emulateMedia({ colorScheme: 'light' }),
  },
  {
    name: 'in dark colours',
    sees: 'colours',
    become: (page) => page.emulateMedia({ colorScheme: 'dark' }),
  },
  {
    name: 'on a phone',
    sees: 'all but colours',
    become: (page) => page.setViewportSize({ width: 390, height: 844 }),
  },
] as const satisfies readonly {
  readonly name: string;
  /** What differs in it from those before. */
  readonly sees: Looked['for'];
  readonly become: (page: Page) => Promise<void>;
}[];

/**
 * The same of one page in light and dark colours and on a phone: what was unfolded and chosen in it
 * stays as it is, so that a state is brought about once. Each fault is told with the look that it is
 * found in. In each look only what can differ is looked at, unless `for` says more.
 */
export async function faultsInLooks(page: Page, looked: Looked = {}): Promise<readonly string[]> {
  const all: string[] = [];
  for (const { become, name, sees } of looks) {
    await become(page);
    // Pictures are laid out anew for another width, and colours change within a moment.
    await page.waitForTimeout(500);
    const faults = await faultsOf(page, { for: sees, ...looked });
    all.push(...faults.map((fault) => `${name}: ${fault}`));
  }
  return all;
}
