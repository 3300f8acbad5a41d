import { useLocation, useSearchParams } from 'react-router-dom';
import { type Filters, readFilters, writeFilters } from './filters.js';

/** The filters of the address, and how to change some of them. Typing replaces the address, a choice adds to the history. */
export function useFilters() {
  const { pathname } = useLocation();
  const [search, setSearch] = useSearchParams();
  const change = (part: Partial<Filters>, { replace = false } = {}) => {
    // While a chosen page loads, this one is still mounted: what it says late must not call the person back.
    if (window.location.pathname !== pathname) return;
    setSearch((current) => writeFilters(current, part), { replace, preventScrollReset: true });
  };
  return { filters: readFilters(search), change };
}
