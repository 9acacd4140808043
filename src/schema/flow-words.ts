/** The words that an inventory of data flows is written in, each with what people call it. */

/** Kinds of data; the sensitive ones are those of PIPL Article 28. */
export const dataKinds = {
  name: { label: 'names', sensitive: false },
  contact: { label: 'contact details', sensitive: false },
  'id-number': { label: 'identity numbers', sensitive: false },
  account: { label: 'account and membership', sensitive: false },
  orders: { label: 'orders and purchases', sensitive: false },
  browsing: { label: 'use of apps and sites', sensitive: false },
  messages: { label: 'messages and documents', sensitive: false },
  employment: { label: 'employment records', sensitive: false },
  'business-contact': { label: 'business contacts', sensitive: false },
  biometric: { label: 'biometrics', sensitive: true },
  health: { label: 'health', sensitive: true },
  'financial-account': { label: 'financial accounts', sensitive: true },
  whereabouts: { label: 'whereabouts', sensitive: true },
  religion: { label: 'religion', sensitive: true },
  'specific-identity': { label: 'specific identity', sensitive: true },
} as const;
export type DataKind = keyof typeof dataKinds;

export const purposes = {
  service: 'providing goods or services',
  membership: 'membership',
  'direct-marketing': 'direct marketing',
  personalisation: 'personal recommendations',
  'behaviour-analysis': 'analysing behaviour',
  'human-resources': 'human resources',
  collaboration: 'working together',
  'risk-control': 'credit and risk control',
  support: 'customer support',
  reporting: 'reporting',
} as const;
export type Purpose = keyof typeof purposes;

/** Whom the data is about; `served` are people to whom goods or services are offered. */
export const subjects = {
  customers: { label: 'customers', served: true },
  prospects: { label: 'prospective customers', served: true },
  visitors: { label: 'visitors', served: true },
  patients: { label: 'patients', served: true },
  staff: { label: 'staff', served: false },
  applicants: { label: 'job applicants', served: false },
  'business-contacts': { label: 'business contacts', served: false },
} as const;
export type Subjects = keyof typeof subjects;

export const subjectRegions = {
  'hong-kong': 'Hong Kong',
  mainland: 'the mainland',
  elsewhere: 'elsewhere',
} as const;

export const legalBases = {
  consent: 'consent',
  contract: 'needed for a contract with the person',
  employment: 'human resources under lawful labour rules or a collective contract',
  'legal-duty': 'a legal duty',
  emergency: 'an emergency',
  'public-interest': 'public interest',
  published: 'published lawfully',
} as const;
export type LegalBasis = keyof typeof legalBases;

/** What a company can have in place for a flow. */
export const controls = {
  encryption: 'encryption',
  'access-control': 'access control',
  'audit-trail': 'audit trail',
  masking: 'masking or de-identification',
  'local-storage': 'storage in the mainland',
  'separate-consent': 'separate consent',
  'guardian-consent': 'guardian consent',
  'marketing-consent': 'opt-in to marketing',
  'processor-contract': 'contract with the processor',
  'impact-assessment': 'impact assessment on file',
  notice: 'notice to the people',
} as const;
export type Control = keyof typeof controls;

export const sectors = {
  retail: 'retail',
  banking: 'banking',
  'credit-reference': 'credit reference',
  healthcare: 'health care',
  insurance: 'insurance',
  manufacturing: 'manufacturing',
  logistics: 'logistics',
  'professional-services': 'professional services',
  technology: 'technology',
  education: 'education',
  other: 'other',
} as const;

/** Keys of a table of words, as a list that a schema can offer. */
export function wordsOf<T extends object>(table: T): [keyof T & string, ...(keyof T & string)[]] {
  return Object.keys(table) as [keyof T & string, ...(keyof T & string)[]];
}
