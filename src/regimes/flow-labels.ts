import type { Control, DataKind, Purpose, Subjects } from '../schema/flow-words.ts';

/** What people call the words of an inventory, and what the rules know of them. */

/** The sensitive kinds are those that mainland law names (Article 28 of its law on personal information). */
export const dataKindFacts: Readonly<
  Record<DataKind, { readonly label: string; readonly sensitive: boolean }>
> = {
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
};

export const purposeLabels: Readonly<Record<Purpose, string>> = {
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
};

/** `served`: people to whom goods or services are offered. */
export const subjectFacts: Readonly<
  Record<Subjects, { readonly label: string; readonly served: boolean }>
> = {
  customers: { label: 'customers', served: true },
  prospects: { label: 'prospective customers', served: true },
  visitors: { label: 'visitors', served: true },
  patients: { label: 'patients', served: true },
  staff: { label: 'staff', served: false },
  applicants: { label: 'job applicants', served: false },
  'business-contacts': { label: 'business contacts', served: false },
};

export const controlLabels: Readonly<Record<Control, string>> = {
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
};
