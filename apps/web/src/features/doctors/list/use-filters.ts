import { useSearchParams } from 'react-router-dom';
import { type Filters, readFilters, writeFilters } from './filters.js';

/** The filters of the address, and how to change some of them; a change adds to the history unless it replaces. */
export function useFilters() {
  const [search, setSearch] = useSearchParams();
  const change = (part: Partial<Filters>, { replace = false } = {}) =>
    setSearch((current) => writeFilters(current, part), { replace, preventScrollReset: true });
  return { filters: readFilters(search), change };
}
