import { categoryFamilies, categoryOrder, namedCategories } from '../present/category-order.ts';
import { nameInWords } from '../present/name-in-words.ts';
import type { Result } from '../schema/result.ts';
import type { CategoryRole } from './scene.ts';

/** Categories that are drawn as one: always in the same order, always with the same colour. */
export interface CategoryGroup {
  readonly label: string;
  readonly role: CategoryRole;
  readonly categories: readonly string[];
}

const roles: readonly CategoryRole[] = [
  'category-1',
  'category-2',
  'category-3',
  'category-4',
  'category-5',
  'category-6',
  'category-7',
  'category-8',
];

/**
 * At most eight groups: the named categories, then the others as the model lists them, families as
 * one. Which colour a group has hangs on the model alone, so that it is the same in every scenario.
 */
export function categoryGroups({ components, labels }: Result): readonly CategoryGroup[] {
  const named: readonly string[] = namedCategories;
  const all = Object.keys(labels.categories);
  const leader = (category: string) => {
    const family = categoryFamilies[category];
    return family !== undefined && all.includes(family) ? family : category;
  };
  const leaders = [...new Set([...named, ...all].map(leader))];
  const costly = categoryOrder(components);
  const label = (category: string) => labels.categories[category] ?? nameInWords(category);
  return roles.flatMap((role, index): CategoryGroup[] => {
    const isLast = index === roles.length - 1;
    const led = isLast ? leaders.slice(index) : leaders.slice(index, index + 1);
    const categories = costly.filter((category) => led.includes(leader(category)));
    if (categories.length === 0) return [];
    const words = led.length > 1 ? 'Everything else' : joined(categories.map(label));
    return [{ label: words, role, categories }];
  });
}

/** `Programme, training and monitoring`. */
function joined([first = '', ...others]: readonly string[]): string {
  const rest = others.map((word) => word.charAt(0).toLowerCase() + word.slice(1));
  const last = rest.pop();
  return last === undefined ? first : `${[first, ...rest].join(', ')} and ${last}`;
}
