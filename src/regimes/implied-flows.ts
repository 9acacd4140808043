import type { Company } from '../schema/company.ts';
import type { Flow } from '../schema/flow.ts';
import type { PlaceId } from '../schema/places.ts';
import { homeOf, totalOf } from './company-facts.ts';
import { between, endsOf, isOpen, open } from './fact.ts';
import type { FactValue, Open } from './fact.ts';
import type { KnownFlow } from './known-flow.ts';
import type { Regions } from './places.ts';

/**
 * The flows that a profile implies where no inventory is given: its customers and its staff, in each
 * region whose people a law has it count. They make a first diagnosis possible; an inventory takes
 * their place. Of people whom nobody has counted there may be a flow or none.
 */
export function impliedFlows(company: Company, regions: Regions): readonly KnownFlow[] {
  const home = homeOf(company) ?? 'hong-kong';
  const mainland = regions.find(({ id }) => id === 'mainland');
  const platform = platformOf(
    company,
    company.places?.find((place) => mainland?.places.has(place)),
  );
  const ends = company.places === undefined ? open('/company/places') : null;
  // Where the company decides comes first, the others as the laws list them.
  const sides = regions.toSorted((a, b) => Number(b.places.has(home)) - Number(a.places.has(home)));
  return sides.flatMap(({ id, label, people, places }) => {
    if (people === null) return [];
    const office = company.places?.find((place) => places.has(place));
    const from = office ?? people;
    const at = `/company/people/${id}`;
    const counts = company.people?.[id];
    const count = (key: 'sensitive' | 'minors' | 'under18', least = 0): FactValue =>
      counts?.[key] ?? between(least, Infinity, [`${at}/${key}`]);
    // Where no other establishment collects it, people send their data straight to the company.
    const direct = office !== undefined && office !== home ? {} : { peopleAt: 'from' as const };
    const customers = implied(totalOf(counts, at), platform.open, ends, {
      name: `Customers in ${label}`,
      data: ['name', 'contact', 'orders'],
      purpose: 'service',
      subjects: 'customers',
      subjectsIn: people,
      people: 0,
      from,
      ...direct,
      to: home,
      recipientRole: 'own',
      ...platform.stop,
      ...(id === 'mainland' && company.importantData !== undefined
        ? { importantData: company.importantData }
        : {}),
    });
    const staff = implied(
      company.staff?.[id] ?? between(0, Infinity, [`/company/staff/${id}`]),
      platform.open,
      ends,
      {
        name: `Staff in ${label}`,
        data: ['name', 'contact', 'employment'],
        purpose: 'human-resources',
        subjects: 'staff',
        subjectsIn: people,
        people: 0,
        from,
        to: home,
        recipientRole: 'own',
        legalBasis: 'employment',
        ...(office === undefined ? { peopleAt: 'from' as const } : {}),
        ...platform.stop,
      },
    );
    return [
      ...customers.map((flow) => ({
        ...flow,
        pointer: at,
        open: {
          ...flow.open,
          sensitivePeople: count('sensitive'),
          minors: count('minors'),
          under18: count('under18', counts?.minors ?? 0),
        },
      })),
      // Only a list of flows can say how old staff are.
      ...staff.map((flow) => ({
        ...flow,
        pointer: `/company/staff/${id}`,
        open: { ...flow.open, under18: between(0, Infinity, ['/flows']) },
      })),
    ];
  });
}

/** What handles the data on its way, as the profile says it: somebody, nobody, or not known. */
function platformOf(
  { accountCountryCode, mainlandProcessing }: Company,
  inMainland: PlaceId | undefined,
): { readonly stop: Pick<Flow, 'processor' | 'processorPlace'>; readonly open: Open | null } {
  if (mainlandProcessing === true)
    return {
      stop: {
        processor: 'Vendor or team in the mainland',
        processorPlace: inMainland ?? 'mainland',
      },
      open: null,
    };
  if (
    accountCountryCode === '+86' ||
    (mainlandProcessing === false && accountCountryCode !== undefined)
  )
    return { stop: { processor: 'Work platform' }, open: null };
  return {
    stop: accountCountryCode === undefined ? {} : { processor: 'Work platform' },
    open: mainlandProcessing === false ? null : open('/company/mainlandProcessing'),
  };
}

function implied(
  count: FactValue,
  processor: Open | null,
  places: Open | null,
  flow: Flow,
): readonly KnownFlow[] {
  const [least, most] = endsOf(count);
  if (most === 0) return [];
  return [
    {
      flow: { ...flow, people: Number.isFinite(most) ? most : least },
      implied: true,
      pointer: '/company',
      open: {
        people: count,
        ...(least === 0 && isOpen(count) ? { exists: open(...count.open) } : {}),
        ...(processor === null ? {} : { processor }),
        ...(places === null ? {} : { places }),
      },
    },
  ];
}
