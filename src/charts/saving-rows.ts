import { chanceInWords, rangeOfChances } from '../present/chances-in-words.ts';
import { comparedPosture } from '../present/compared-posture.ts';
import { savingChances } from '../present/saving-chances.ts';
import type { SavingChances } from '../present/saving-chances.ts';
import type { Distribution, Result, Saving } from '../schema/result.ts';
import { postureRole } from './posture-look.ts';
import type { PostureRole } from './scene.ts';

/** What the compared posture saves against one of the others. */
export interface SavingRow extends Saving {
  readonly figure: string;
  readonly name: string;
  readonly label: string;
  readonly role: PostureRole;
  readonly chances: SavingChances;
  readonly distribution: Distribution | undefined;
}

/** The compared posture and a row for each other one; null where there is nothing to compare. */
export function savingRows(
  result: Result,
): { readonly name: string; readonly rows: readonly SavingRow[] } | null {
  const compared = comparedPosture(result);
  const name = result.postures.find(({ id }) => id === compared)?.label;
  const rows = result.postures.flatMap(({ id, label }, index): SavingRow[] => {
    const saving = result.saving[id];
    if (saving === undefined) return [];
    const distribution = result.distributions.saving[id];
    const chances = savingChances(saving, distribution);
    const own = {
      figure: `saving.${id}`,
      name: label,
      label: `against ${label}`,
      role: postureRole(index),
    };
    return [{ ...saving, ...own, chances, distribution }];
  });
  return name === undefined || rows.length === 0 ? null : { name, rows };
}

/** In how many futures it costs less than each of the others. */
export function savingClaim(name: string, rows: readonly SavingRow[]): string {
  const others = rows.filter(({ chances }) => chances.same < 0.995);
  if (others.length === 0)
    return `${name} costs as much as ${rows.map((row) => row.name).join(' and ')} in every future`;
  if (others.length > 3) {
    const chances = others.map((row) => ({ label: row.name, chance: row.chances.less }));
    return `${name} costs less than another posture in ${rangeOfChances(chances)}`;
  }
  const parts = others.map(
    (row, index) => `than ${row.name} ${chanceInWords(row.chances.less, index === 0)}`,
  );
  return `${name} costs less ${parts.join(', ')}`;
}
