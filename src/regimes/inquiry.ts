import type { Company } from '../schema/company.ts';
import { companyFacts } from './company-facts.ts';
import type { LawSetting } from './company-facts.ts';
import { evaluate } from './evaluate.ts';
import { asksOf, between, both, either, endsOf, isOpen } from './fact.ts';
import type { Facts, FactValue } from './fact.ts';
import { flowFacts } from './flow-facts.ts';
import type { KnownFlow } from './known-flow.ts';
import type { Entry, LawBook } from './law-book.ts';
import type { Regions } from './places.ts';

/** What the law is asked about. */
export interface Case {
  readonly company: Company;
  readonly flows: readonly KnownFlow[];
  readonly setting: LawSetting;
  /** Drafts that count. */
  readonly drafts: readonly string[];
  /** Assumptions with another value, by name. */
  readonly assumptions: Readonly<Record<string, number>>;
  /** The laws that are kept: none as things are, those of a posture under it. */
  readonly keeps: readonly string[];
}

export type RuleStatus =
  | 'holds'
  | 'does not hold'
  | 'not known'
  | 'not yet in force'
  | 'no longer in force'
  | 'draft';

/** Facts that need the answers to other questions first. */
export type Computed = Readonly<
  Record<string, (inquiry: Inquiry, flow: number | null) => FactValue>
>;

/** Nothing of the law rests on itself; a name that did would be a fault of its data. */
class Circle extends RangeError {}

/**
 * Asks a law book about one case. Names are looked up when they are needed and remembered, so rules
 * may stand in any order. Asked of the company, a name of a flow means: for any of its flows. An
 * answer is certain or not known; nothing is concluded from what nobody has said.
 */
export class Inquiry {
  readonly book: LawBook;
  readonly case: Case;
  readonly company: Facts;
  readonly flows: readonly Facts[];
  readonly #computed: Computed;
  readonly #known = new Map<string, FactValue>();
  readonly #open = new Set<string>();

  constructor(book: LawBook, about: Case, computed: Computed) {
    const { company, flows, setting } = about;
    this.book = book;
    this.case = about;
    this.company = companyFacts(company, setting, book.regions, book.regimes);
    this.flows = flows.map((flow, index) => flowFacts(flow, index, flows, company, book.regions));
    this.#computed = computed;
  }

  get regions(): Regions {
    return this.book.regions;
  }

  /** Whether a rule, definition or fact holds for certain, for a flow or for the company. */
  holds(name: string, flow: number | null): boolean {
    return this.value(name, flow) === true;
  }

  /** Whether a condition holds for certain. */
  meets(formula: string, flow: number | null): boolean {
    return this.formula(formula, flow) === true;
  }

  formula(formula: string, flow: number | null): FactValue {
    return evaluate(this.book.read(formula), (name) => this.value(name, flow));
  }

  value(name: string, flow: number | null): FactValue {
    const entry = this.book.entries.get(name);
    if (entry === undefined) throw new RangeError(`the law knows no ${name}`);
    const asked = scopeOf(entry) === 'flow' ? flow : null;
    const key = `${asked ?? ''} ${name}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    if (this.#open.has(key)) throw new Circle(`${name} rests on itself`);
    this.#open.add(key);
    const value = this.#find(name, entry, asked);
    this.#open.delete(key);
    this.#known.set(key, value);
    return value;
  }

  /** Whether a rule is in force on the law date, and whether it holds then. */
  status(name: string, flow: number | null): RuleStatus {
    const entry = this.book.entries.get(name);
    if (entry?.kind !== 'rule') throw new RangeError(`${name} is no rule`);
    const { draft, inForce } = entry.rule;
    const { asOf } = this.case.setting;
    if (draft !== undefined && !this.case.drafts.includes(draft)) return 'draft';
    if (inForce.from !== undefined && asOf < inForce.from) return 'not yet in force';
    if (inForce.to !== undefined && asOf > inForce.to) return 'no longer in force';
    const value = this.value(name, flow);
    if (isOpen(value)) return 'not known';
    return value === true ? 'holds' : 'does not hold';
  }

  /** Whether there is such a flow: an implied one may depend on an answer. */
  exists(flow: number): FactValue {
    return this.case.flows[flow]?.open?.exists ?? true;
  }

  #find(name: string, entry: Entry, flow: number | null): FactValue {
    if (scopeOf(entry) === 'flow' && flow === null)
      return either(this.flows.map((_, at) => both([this.exists(at), this.value(name, at)])));
    switch (entry.kind) {
      case 'company':
        return factOf(this.company, name);
      case 'flow':
        return factOf(this.flows[flow ?? 0] ?? {}, name);
      case 'computed':
        return this.#computed[name]?.(this, flow) ?? NaN;
      case 'assumption':
        return Object.hasOwn(this.case.assumptions, name)
          ? (this.case.assumptions[name] ?? entry.value)
          : entry.value;
      case 'definition':
        return this.formula(entry.formula, flow);
      case 'total':
        return this.#total(entry);
      case 'rule':
        return this.#inForce(entry) ? this.formula(entry.rule.when, flow) : false;
    }
  }

  /** A figure over all flows: of those that may count or not, nothing at least and all at most. */
  #total({ how, of, where }: Extract<Entry, { kind: 'total' }>): FactValue {
    const parts = this.flows.flatMap((_, index) => {
      const counts = both([this.exists(index), this.formula(where, index)]);
      if (counts === false) return [];
      const amount = how === 'count' ? 1 : this.formula(of ?? '0', index);
      const [low, high] = endsOf(amount);
      return [{ index, low: isOpen(counts) ? 0 : low, high, asks: asksOf(counts, amount) }];
    });
    const asks = parts.flatMap((part) => part.asks);
    const end = (which: 'low' | 'high'): number => {
      const amounts = parts.map((part) => part[which]);
      if (how === 'max') return Math.max(0, ...amounts);
      const sum = (values: readonly number[]) => values.reduce((total, each) => total + each, 0);
      if (how !== 'people') return sum(amounts);
      const groups = new Map<number, number>();
      for (const part of parts) {
        const group = this.#sharedWith(part.index);
        groups.set(group, Math.max(groups.get(group) ?? 0, part[which]));
      }
      return sum([...groups.values()]);
    };
    return between(end('low'), end('high'), asks);
  }

  /** The first of the flows whose people a flow shares, so that they are counted once. */
  #sharedWith(index: number): number {
    const seen = new Set<number>();
    let at = index;
    while (!seen.has(at)) {
      seen.add(at);
      const same = this.case.flows[at]?.flow.samePeopleAs;
      const next = this.case.flows.findIndex(({ flow }) => flow.name === same);
      if (same === undefined || next === -1) return at;
      at = next;
    }
    return Math.min(...seen);
  }

  #inForce({ rule }: Extract<Entry, { kind: 'rule' }>): boolean {
    const { asOf } = this.case.setting;
    if (rule.draft !== undefined && !this.case.drafts.includes(rule.draft)) return false;
    const { from, to } = rule.inForce;
    return (from === undefined || asOf >= from) && (to === undefined || asOf <= to);
  }
}

/** Whether a thing has one answer for the company, or one for each flow. */
export function scopeOf(entry: Entry): 'company' | 'flow' {
  switch (entry.kind) {
    case 'flow':
      return 'flow';
    case 'definition':
    case 'computed':
      return entry.scope;
    case 'rule':
      return entry.rule.scope;
    default:
      return 'company';
  }
}

function factOf(facts: Facts, name: string): FactValue {
  const value = Object.hasOwn(facts, name) ? facts[name] : undefined;
  if (value === undefined) throw new RangeError(`the fact ${name} is missing`);
  return value;
}
