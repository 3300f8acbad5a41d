import { useSearchParams } from 'react-router-dom';
import { params } from '../../../lib/paths.js';

/** The chosen time lives in the address, so that it survives signing in and can come from the list. */
export function useChosenTime() {
  const [search, setSearch] = useSearchParams();
  const given = search.get(params.time);
  const instant = given === null ? NaN : Date.parse(given);
  const choose = (startsAt: string | null) =>
    setSearch(
      (current) => {
        const next = new URLSearchParams(current);
        if (startsAt === null) next.delete(params.time);
        else next.set(params.time, startsAt);
        return next;
      },
      { replace: true, preventScrollReset: true },
    );
  return { startsAt: Number.isNaN(instant) ? null : new Date(instant).toISOString(), choose };
}
