import type { Company } from '../schema/company.ts';
import type { Flow } from '../schema/flow.ts';
import type { PlaceId } from '../schema/places.ts';
import { totalOf } from './company-facts.ts';
import type { KnownFlow } from './inquiry.ts';
import { placeOf } from './places.ts';

/**
 * The flows that a profile implies where no inventory is given: its customers and its staff, here
 * and there. They make a first diagnosis possible; an inventory takes their place.
 */
export function impliedFlows(company: Company): readonly KnownFlow[] {
  const places = company.places ?? ['hong-kong'];
  const home: PlaceId = places.includes('hong-kong') ? 'hong-kong' : (places[0] ?? 'hong-kong');
  const inMainland = places.find((place) => placeOf(place).region === 'mainland');
  const platform: Pick<Flow, 'processor' | 'processorPlace'> =
    company.mainlandProcessing === true
      ? { processor: 'Vendor or team in the mainland', processorPlace: inMainland ?? 'mainland' }
      : company.accountCountryCode === undefined
        ? {}
        : { processor: 'Work platform' };
  const flows: Flow[] = [];
  for (const [key, subjectsIn, from] of [
    ['hongKong', 'hong-kong', 'hong-kong'],
    ['mainland', 'mainland', inMainland ?? 'mainland'],
  ] as const) {
    const where = key === 'hongKong' ? 'Hong Kong' : 'the mainland';
    const counts = company.people?.[key];
    if (totalOf(counts) > 0) {
      flows.push({
        name: `Customers in ${where}`,
        data: ['name', 'contact', 'orders'],
        purpose: 'service',
        subjects: 'customers',
        subjectsIn,
        people: totalOf(counts),
        sensitivePeople: counts?.sensitive ?? 0,
        minors: counts?.minors ?? 0,
        from,
        // Without an establishment there, people send their data straight to the company.
        ...(key === 'mainland' && inMainland !== undefined ? {} : { peopleAt: 'from' as const }),
        to: home,
        ...platform,
        ...(key === 'mainland' && company.importantData === true ? { importantData: true } : {}),
      });
    }
    const staff = company.staff?.[key] ?? 0;
    if (staff > 0) {
      flows.push({
        name: `Staff in ${where}`,
        data: ['name', 'contact', 'employment'],
        purpose: 'human-resources',
        subjects: 'staff',
        subjectsIn,
        people: staff,
        from,
        to: home,
        legalBasis: 'employment',
        ...platform,
      });
    }
  }
  return flows.map((flow) => ({ flow, implied: true }));
}
