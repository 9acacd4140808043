import type { Company } from '../schema/company.ts';
import type { Flow } from '../schema/flow.ts';
import { companyFacts } from './company-facts.ts';
import type { CompanyFacts, LawSetting } from './company-facts.ts';
import { evaluate } from './evaluate.ts';
import type { FactValue, Facts } from './fact.ts';
import { flowFacts } from './flow-facts.ts';
import type { FlowFacts } from './flow-facts.ts';
import type { Entry, LawBook } from './law-book.ts';

/** A flow of the inventory, or one that the profile implies. */
export interface KnownFlow {
  readonly flow: Flow;
  readonly implied: boolean;
}

/** What the law is asked about. */
export interface Case {
  readonly company: Company;
  readonly flows: readonly KnownFlow[];
  readonly setting: LawSetting;
  /** Drafts that count. */
  readonly drafts: readonly string[];
  /** Assumptions with another value, by name. */
  readonly assumptions: Readonly<Record<string, number>>;
}

export type RuleStatus =
  | 'holds'
  | 'does not hold'
  | 'not yet in force'
  | 'no longer in force'
  | 'draft';

/** Facts that need the answers to other questions first. */
export type Computed = Readonly<Record<string, (inquiry: Inquiry) => number>>;

/** Nothing of the law rests on itself; a name that did would be a fault of its data. */
class Circle extends RangeError {}

/**
 * Asks a law book about one case. Names are looked up when they are needed and remembered, so rules
 * may stand in any order. Asked of the company, a name of a flow means: for any of its flows.
 */
export class Inquiry {
  readonly book: LawBook;
  readonly case: Case;
  readonly company: CompanyFacts;
  readonly flows: readonly FlowFacts[];
  readonly #computed: Computed;
  readonly #known = new Map<string, FactValue>();
  readonly #open = new Set<string>();

  constructor(book: LawBook, about: Case, computed: Computed) {
    this.book = book;
    this.case = about;
    this.company = companyFacts(about.company, about.setting);
    this.flows = about.flows.map(({ flow }) => flowFacts(flow, about.company));
    this.#computed = computed;
  }

  /** Whether a rule, definition or fact holds, for a flow or for the company. */
  holds(name: string, flow: number | null): boolean {
    return this.value(name, flow) === true;
  }

  /** Whether a condition holds. */
  meets(formula: string, flow: number | null): boolean {
    return this.formula(formula, flow) === true;
  }

  number(formula: string, flow: number | null): number {
    const value = this.formula(formula, flow);
    return typeof value === 'number' ? value : NaN;
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
    return this.holds(name, flow) ? 'holds' : 'does not hold';
  }

  #find(name: string, entry: Entry, flow: number | null): FactValue {
    if (scopeOf(entry) === 'flow' && flow === null)
      return this.flows.some((_, index) => this.holds(name, index));
    switch (entry.kind) {
      case 'company':
        return factOf(this.company, name);
      case 'flow':
        return factOf(this.flows[flow ?? 0] ?? {}, name);
      case 'computed':
        return this.#computed[name]?.(this) ?? NaN;
      case 'assumption':
        return Object.hasOwn(this.case.assumptions, name)
          ? (this.case.assumptions[name] ?? entry.value)
          : entry.value;
      case 'definition':
        return this.formula(entry.formula, flow);
      case 'total': {
        const counted = this.flows
          .map((_, index) => index)
          .filter((index) => this.meets(entry.where, index));
        if (entry.how === 'count') return counted.length;
        const values = counted.map((index) => this.number(entry.of ?? '0', index));
        return entry.how === 'max'
          ? Math.max(0, ...values)
          : values.reduce((sum, each) => sum + each, 0);
      }
      case 'rule':
        return this.#inForce(entry) && this.meets(entry.rule.when, flow);
    }
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
