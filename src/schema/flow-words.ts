/** The words that an inventory of data flows is written in. */

/** Kinds of data. */
export const dataKinds = [
  'name',
  'contact',
  'id-number',
  'account',
  'orders',
  'browsing',
  'messages',
  'employment',
  'business-contact',
  'biometric',
  'health',
  'financial-account',
  'whereabouts',
  'religion',
  'specific-identity',
] as const;
export type DataKind = (typeof dataKinds)[number];

export const purposes = [
  'service',
  'membership',
  'direct-marketing',
  'personalisation',
  'behaviour-analysis',
  'human-resources',
  'collaboration',
  'risk-control',
  'support',
  'reporting',
] as const;
export type Purpose = (typeof purposes)[number];

/** Whom the data is about. */
export const subjects = [
  'customers',
  'prospects',
  'visitors',
  'patients',
  'staff',
  'applicants',
  'business-contacts',
] as const;
export type Subjects = (typeof subjects)[number];

/** What an export is needed for, besides the business of whoever exports. */
export const exportNeeds = [
  'contract',
  'human-resources',
  'emergency',
  'legal-duty',
  'none',
] as const;
export type ExportNeed = (typeof exportNeeds)[number];

/** What the recipient is to whoever sends: itself, somebody who handles for it, or for purposes of their own. */
export const recipientRoles = ['own', 'processor', 'handler'] as const;
export type RecipientRole = (typeof recipientRoles)[number];

export const legalBases = [
  'consent',
  'contract',
  'employment',
  'legal-duty',
  'emergency',
  'public-interest',
  'published',
] as const;
export type LegalBasis = (typeof legalBases)[number];

/** What a company can have in place for a flow. */
export const controls = [
  'encryption',
  'access-control',
  'audit-trail',
  'masking',
  'local-storage',
  'separate-consent',
  'guardian-consent',
  'marketing-consent',
  'processor-contract',
  'impact-assessment',
  'notice',
] as const;
export type Control = (typeof controls)[number];

export const sectors = [
  'retail',
  'banking',
  'credit-reference',
  'healthcare',
  'insurance',
  'manufacturing',
  'logistics',
  'professional-services',
  'technology',
  'education',
  'other',
] as const;
export type Sector = (typeof sectors)[number];
