/** The specialties that the product knows by name. A doctor may also write another one as free text. */
export const SPECIALTIES = [
  'general-practice',
  'internal-medicine',
  'paediatrics',
  'gynaecology',
  'cardiology',
  'dermatology',
  'psychiatry',
  'psychology',
  'neurology',
  'endocrinology',
  'gastroenterology',
  'pulmonology',
  'ent',
  'ophthalmology',
  'orthopaedics',
  'rheumatology',
  'urology',
  'nephrology',
  'oncology',
  'haematology',
  'allergology',
  'infectious-diseases',
  'geriatrics',
  'sports-medicine',
  'rehabilitation',
  'physiotherapy',
  'pain-medicine',
  'palliative-medicine',
  'general-surgery',
  'heart-surgery',
  'neurosurgery',
  'plastic-surgery',
  'vascular-medicine',
  'dentistry',
  'nutrition',
  'sexual-health',
  'fertility',
  'midwifery',
  'sleep-medicine',
  'travel-medicine',
  'occupational-medicine',
  'emergency-medicine',
  'anaesthesiology',
  'radiology',
  'speech-therapy',
] as const;
export type Specialty = (typeof SPECIALTIES)[number];

/** How a language names the specialties. One file for each language, of this form. */
export interface SpecialtyCatalog {
  /** The name that is shown, and that a doctor chooses from the list. */
  labels: Record<Specialty, string>;
  /**
   * What else people call it, lay and professional, singular words and phrases of up to four words; accents, case and
   * punctuation do not matter. A word may stand with more than one specialty.
   */
  words: Record<Specialty, readonly string[]>;
  /** Words of a search that say nothing about whom to find, where there are others: "heart doctor". */
  fillers: readonly string[];
}
