/** Apart from the other fields of doctors, because the first page loads this list and nothing else of the contract. */
export const DOCTOR_SORTS = ['name', 'rating', 'experience', 'soonest'] as const;
